import * as vscode from 'vscode';
import { speakerOf } from '../../describe/names';
import { LONE_HIDDEN } from '../../detection/rules/rule';
import type { Finding, HiddenText } from '../../protocol/finding';
import {
  LEAVE_OUT,
  leaveOutArguments,
  SHOW_FINDING,
  showFindingArguments,
  type AttentionAt,
} from './findingAttention';
import { codePointName } from './hiddenCharacters';
import { passagesOf, type Passage } from './passages';
import { SHOW_RULE } from './rulePages';
import type { Scans } from '../scans/scans';
import { said } from '../translated';

/**
 * Says of the passages under the pointer in whose words they stand, in one line what the model attends to there,
 * and where to read on: once of all that one speaker says. It spells hidden characters too. What was found, why it
 * matters and what to do stand in the diagnostics, which VS Code shows above in the same hover.
 */
export function registerHover(scans: Scans, attentionAt: AttentionAt): vscode.Disposable {
  return vscode.languages.registerHoverProvider('*', {
    async provideHover(document, position) {
      const offset = document.offsetAt(position);
      const { findings = [], hidden = [] } = scans.current(document) ?? {};
      const touches = ({ start, end }: { start: number; end: number }) => start <= offset && offset <= end;
      const here = findings.filter((finding) => !finding.suppressed && touches(finding));
      const groups = bySpeaker(passagesOf(here.map((finding) => ({ finding }))));
      const told = groups.map((group) => describe(document.uri, group, attentionAt, groups.length > 1));
      const lone = here
        .filter(({ rule }) => rule === LONE_HIDDEN)
        .map(({ segment }) => describeLone(segment));
      const parts = [...hidden.filter(touches).map(spelled), ...lone, ...(await Promise.all(told))];
      return parts.length > 0 ? new vscode.Hover(parts) : undefined;
    },
  });
}

type Passages = readonly Passage<{ finding: Finding }>[];

/** Passages that overlap are one for whoever looks, where the same speaks in them. */
function bySpeaker(passages: Passages): Passages[] {
  const groups = new Map<string, Passages>();
  for (const passage of passages) {
    const speaker = speakerIn(passage);
    groups.set(speaker, [...(groups.get(speaker) ?? []), passage]);
  }
  return [...groups.values()];
}

const speakerIn = ({ outer }: Passages[number]): string => said(speakerOf(outer.finding.segment));

const rulesIn = (passages: Passages): string[] => [
  ...new Set(passages.flatMap(({ all }) => all.map(({ finding }) => finding.rule))),
];

/** Only our own words and figures: nothing of the document's text, which other agents would read. */
async function describe(
  uri: vscode.Uri,
  passages: Passages,
  attentionAt: AttentionAt,
  isNamed: boolean,
): Promise<vscode.MarkdownString> {
  const text = linkingText();
  const names = rulesIn(passages);
  if (isNamed) text.appendMarkdown(`**${names.join(', ')}** `);
  const attended = await Promise.all(
    passages.map(async (passage) => {
      const words = await attentionAt(uri, passage.outer.finding)?.inWords();
      return words && passages.length > 1 ? `${rulesIn([passage]).join(', ')}: ${words}` : (words ?? '');
    }),
  );
  const lines = [speakerIn(passages[0]!), ...attended].filter(Boolean);
  text.appendMarkdown(`${lines.join(passages.length > 1 ? '  \n' : ' ')}\n\n`);
  const outer = passages.map(({ outer: { finding } }) => finding);
  const [longest] = [...outer].sort((one, other) => other.end - other.start - (one.end - one.start));
  const whole = {
    start: Math.min(...outer.map(({ start }) => start)),
    end: Math.max(...outer.map(({ end }) => end)),
  };
  const show = link(
    vscode.l10n.t('Show what the model attends to here'),
    SHOW_FINDING,
    showFindingArguments(uri, longest!),
  );
  const leaveOut = link(
    vscode.l10n.t('Leave out this passage and compare'),
    LEAVE_OUT,
    leaveOutArguments(uri, whole),
  );
  const pages = names.map((rule) =>
    pageLink(rule, names.length > 1 ? vscode.l10n.t('Explain {0}', rule) : undefined),
  );
  return text.appendMarkdown([show, leaveOut, ...pages].join(' · '));
}

/** Of characters that nobody sees and no other rule tells of, the panel has nothing to show. */
function describeLone(segment: Finding['segment']): vscode.MarkdownString {
  return linkingText().appendMarkdown(`${said(speakerOf(segment))}\n\n${pageLink(LONE_HIDDEN)}`);
}

function linkingText(): vscode.MarkdownString {
  const text = new vscode.MarkdownString();
  text.isTrusted = { enabledCommands: [SHOW_RULE, SHOW_FINDING, LEAVE_OUT] };
  return text;
}

const pageLink = (rule: string, title = vscode.l10n.t('About this rule')): string =>
  link(title, SHOW_RULE, [rule]);

/** What a run of hidden characters is made of; of what tags spell no more than an excerpt may show. */
function spelled({ kinds, spells }: HiddenText): vscode.MarkdownString {
  const names = kinds.map(({ codePoint, name, count }) => {
    const one = `${codePointName(codePoint)} ${name}`;
    return count === 1 ? one : `${one} ×${count}`;
  });
  const text = new vscode.MarkdownString();
  text.appendMarkdown(vscode.l10n.t('Hidden here: {0}', names.join(', ')));
  // Only an excerpt is of the document, and no markup of its own.
  return spells === null ? text : text.appendText(`\n${vscode.l10n.t('It spells: {0}', spells)}`);
}

const link = (text: string, command: string, args: unknown[]): string =>
  `[${text}](command:${command}?${encodeURIComponent(JSON.stringify(args))})`;
