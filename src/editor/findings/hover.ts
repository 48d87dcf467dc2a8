import * as vscode from 'vscode';
import { rulePage } from '../../detection/rules/rule';
import type { Finding } from '../../protocol/finding';
import { SHOW_FINDING, type AttentionAt, type FindingAttention } from './findingAttention';
import type { Scans } from '../scans/scans';

const ANALYZE = 'attnscope.analyze';
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
        here.map((finding) => describe(finding, attentionAt(document.uri, finding), extension)),
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
  text.appendMarkdown(`${speaker(segment)}\n\n`);
  if (attention) text.appendMarkdown(`${figures(attention)}\n\n`);
  const links = [
    attention
      ? link(vscode.l10n.t('Show in the panel'), commandUri(SHOW_FINDING, attention.place))
      : link(vscode.l10n.t('Analyze attention'), commandUri(ANALYZE)),
    link(vscode.l10n.t('About this rule'), commandUri(PREVIEW, page)),
  ];
  return text.appendMarkdown(links.join(' · '));
}

function figures({ span }: FindingAttention): string {
  const { share, place, bestHead } = span.reading;
  const [raw, withoutSink, best] = [share.raw, share.withoutSink, bestHead.raw.share.raw].map(percent);
  if (!place) {
    return vscode.l10n.t(
      '{0} % of the last token’s attention lands here ({1} % without the first token); strongest: layer {2}, head {3}, {4} %. Descriptive only.',
      raw!,
      withoutSink!,
      bestHead.raw.layer,
      bestHead.raw.head,
      best!,
    );
  }
  return vscode.l10n.t(
    '{0} % of the last token’s attention lands here ({1} % without the first token; rank {2} of {3} passages this long); strongest: layer {4}, head {5}, {6} %. Descriptive only.',
    raw!,
    withoutSink!,
    count(place.raw.rank),
    count(place.raw.windows),
    bestHead.raw.layer,
    bestHead.raw.head,
    best!,
  );
}

/** Two digits that count, as the language of VS Code writes them. */
const percent = (share: number): string =>
  new Intl.NumberFormat(vscode.env.language, { maximumSignificantDigits: 2 }).format(100 * share);

const count = (n: number): string => new Intl.NumberFormat(vscode.env.language).format(n);

const link = (text: string, target: vscode.Uri): string => `[${text}](${target.toString()})`;

function commandUri(command: string, args: unknown[] = []): vscode.Uri {
  return vscode.Uri.parse(`command:${command}?${encodeURIComponent(JSON.stringify(args))}`);
}

/** Whose words those of a segment are. */
function speaker({ role, trust }: Finding['segment']): string {
  if (trust === 'untrusted') return vscode.l10n.t('In untrusted text.');
  if (trust === 'user') return vscode.l10n.t('In a message of the user.');
  return role === 'prompt'
    ? vscode.l10n.t('In the prompt file itself, which counts as its author’s text.')
    : vscode.l10n.t('In the words of the author of this prompt.');
}
