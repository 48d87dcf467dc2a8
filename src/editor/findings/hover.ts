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
  type FindingAttention,
} from './findingAttention';
import { codePointName } from './hiddenCharacters';
import { SHOW_RULE } from './rulePages';
import type { Scans } from '../scans/scans';
import { said } from '../translated';

/**
 * Says of each finding under the pointer in whose words it stands, in one line what the model attends to there,
 * and where to read on; and spells hidden characters. What was found, why it matters and what to do stand in the
 * diagnostic, which VS Code shows above in the same hover.
 */
export function registerHover(scans: Scans, attentionAt: AttentionAt): vscode.Disposable {
  return vscode.languages.registerHoverProvider('*', {
    async provideHover(document, position) {
      const offset = document.offsetAt(position);
      const { findings = [], hidden = [] } = scans.current(document) ?? {};
      const touches = ({ start, end }: { start: number; end: number }) => start <= offset && offset <= end;
      const here = findings.filter((finding) => !finding.suppressed && touches(finding));
      const told = here.map((finding) =>
        describe(document.uri, finding, attentionAt(document.uri, finding), here.length > 1),
      );
      const parts = [...hidden.filter(touches).map(spelled), ...(await Promise.all(told))];
      return parts.length > 0 ? new vscode.Hover(parts) : undefined;
    },
  });
}

/** Only our own words and figures: nothing of the document's text, which other agents would read. */
async function describe(
  uri: vscode.Uri,
  finding: Finding,
  attention: FindingAttention | undefined,
  isNamed: boolean,
): Promise<vscode.MarkdownString> {
  const { rule, segment } = finding;
  const text = new vscode.MarkdownString();
  text.isTrusted = { enabledCommands: [SHOW_RULE, SHOW_FINDING, LEAVE_OUT] };
  const lines = [said(speakerOf(segment)), (await attention?.inWords()) ?? ''];
  if (isNamed) text.appendMarkdown(`**${rule}** `);
  text.appendMarkdown(`${lines.join(' ').trim()}\n\n`);
  const page = link(vscode.l10n.t('About this rule'), SHOW_RULE, [rule]);
  const show = link(
    vscode.l10n.t('Show what the model attends to here'),
    SHOW_FINDING,
    showFindingArguments(uri, finding),
  );
  const leaveOut = link(
    vscode.l10n.t('Leave out this passage and compare'),
    LEAVE_OUT,
    leaveOutArguments(uri, finding),
  );
  // The panel lists what rules find.
  return text.appendMarkdown(rule === LONE_HIDDEN ? page : `${show} · ${leaveOut} · ${page}`);
}

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
