import * as vscode from 'vscode';
import { rulePage } from '../detection/rule';
import type { Finding } from '../protocol/finding';
import type { Analyses } from './analysis/analyses';
import { attentionAt, SHOW_FINDING, type FindingAttention } from './analysis/attentionOf';
import type { Scans } from './scans';

const ANALYZE = 'attnscope.analyze';
const PREVIEW = 'markdown.showPreview';

/**
 * Says of each finding under the pointer in whose words it stands, what the model attends to there,
 * and where to read on. Why it matters and what to do stand in the diagnostic, which VS Code shows
 * in the same hover.
 */
export function registerHover(scans: Scans, analyses: Analyses, extension: vscode.Uri): vscode.Disposable {
  return vscode.languages.registerHoverProvider('*', {
    provideHover(document, position) {
      const offset = document.offsetAt(position);
      const findings = scans.current(document)?.findings ?? [];
      const here = findings.filter(
        ({ start, end, suppressed }) => !suppressed && start <= offset && offset <= end,
      );
      if (here.length === 0) return undefined;
      return new vscode.Hover(
        here.map((finding) => describe(finding, attentionAt(analyses, document.uri, finding), extension)),
      );
    },
  });
}

/** Only our own words and figures: nothing of the document's text, which other agents would read. */
function describe(
  { rule, segment }: Finding,
  attention: FindingAttention | undefined,
  extension: vscode.Uri,
): vscode.MarkdownString {
  const page = [vscode.Uri.joinPath(extension, rulePage(rule))];
  const text = new vscode.MarkdownString();
  text.isTrusted = { enabledCommands: [PREVIEW, ANALYZE, SHOW_FINDING] };
  text.appendMarkdown(`${SPEAKERS[segment.trust]()}\n\n`);
  if (attention) text.appendMarkdown(`${figures(attention)}\n\n`);
  const links = [
    attention
      ? link(vscode.l10n.t('Show in the panel'), attention.link)
      : link(vscode.l10n.t('Analyze attention'), commandUri(ANALYZE)),
    link(vscode.l10n.t('About this rule'), commandUri(PREVIEW, page)),
  ];
  return text.appendMarkdown(links.join(' · '));
}

function figures({ span }: FindingAttention): string {
  const { share, layer, head } = span.bestHead;
  return vscode.l10n.t(
    'The last token takes {0} % of what it reads from here; most by layer {1}, head {2}, with {3} %. This describes what the model attends to, and proves nothing.',
    percent(span.lastToken.raw),
    layer,
    head,
    percent(share),
  );
}

/** Two digits that count, without an exponent. */
const percent = (share: number): string => `${Number((100 * share).toPrecision(2))}`;

const link = (text: string, target: vscode.Uri): string => `[${text}](${target.toString()})`;

function commandUri(command: string, args: unknown[] = []): vscode.Uri {
  return vscode.Uri.parse(`command:${command}?${encodeURIComponent(JSON.stringify(args))}`);
}

const SPEAKERS: Record<Finding['segment']['trust'], () => string> = {
  author: () => vscode.l10n.t('In the words of the author of this prompt.'),
  user: () => vscode.l10n.t('In a message of the user.'),
  untrusted: () => vscode.l10n.t('In text that is not to be trusted: retrieved, from a tool, or filled in.'),
};
