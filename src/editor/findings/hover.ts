import * as vscode from 'vscode';
import { speakerOf } from '../../describe/names';
import { caveat, describeSpan } from '../../describe/span';
import { rulePage } from '../../detection/rules/rule';
import type { Finding } from '../../protocol/finding';
import {
  SHOW_FINDING,
  showFindingArguments,
  type AttentionAt,
  type FindingAttention,
} from './findingAttention';
import type { Scans } from '../scans/scans';
import { said } from '../translated';

const PREVIEW = 'markdown.showPreview';

/**
 * Says of each finding under the pointer in whose words it stands, what the model attends to there,
 * and where to read on. Why it matters and what to do stand in the diagnostic, which VS Code shows
 * in the same hover.
 */
export function registerHover(
  scans: Scans,
  attentionAt: AttentionAt,
  extension: vscode.Uri,
): vscode.Disposable {
  return vscode.languages.registerHoverProvider('*', {
    provideHover(document, position) {
      const offset = document.offsetAt(position);
      const findings = scans.current(document)?.findings ?? [];
      const here = findings.filter(
        ({ start, end, suppressed }) => !suppressed && start <= offset && offset <= end,
      );
      if (here.length === 0) return undefined;
      return new vscode.Hover(
        here.map((finding) => describe(document.uri, finding, attentionAt(document.uri, finding), extension)),
      );
    },
  });
}

/** Only our own words and figures: nothing of the document's text, which other agents would read. */
function describe(
  uri: vscode.Uri,
  finding: Finding,
  attention: FindingAttention | undefined,
  extension: vscode.Uri,
): vscode.MarkdownString {
  const { rule, segment } = finding;
  const page = [vscode.Uri.joinPath(extension, rulePage(rule))];
  const text = new vscode.MarkdownString();
  text.isTrusted = { enabledCommands: [PREVIEW, SHOW_FINDING] };
  text.appendMarkdown(`${said(speakerOf(segment))}\n\n`);
  if (attention) text.appendMarkdown(`${figures(attention)}\n\n`);
  const links = [
    link(
      vscode.l10n.t('Show what the model attends to here'),
      commandUri(SHOW_FINDING, showFindingArguments(uri, finding)),
    ),
    link(vscode.l10n.t('About this rule'), commandUri(PREVIEW, page)),
  ];
  return text.appendMarkdown(links.join(' · '));
}

/** A list of the figures, and what they are not. */
function figures({ span, circumstances }: FindingAttention): string {
  const phrases = describeSpan(span, circumstances);
  return [...phrases.map((phrase) => `- ${said(phrase)}`), '', said(caveat)].join('\n');
}

const link = (text: string, target: vscode.Uri): string => `[${text}](${target.toString()})`;

function commandUri(command: string, args: unknown[] = []): vscode.Uri {
  return vscode.Uri.parse(`command:${command}?${encodeURIComponent(JSON.stringify(args))}`);
}
