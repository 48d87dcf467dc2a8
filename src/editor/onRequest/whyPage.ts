import * as vscode from 'vscode';
import { severityName, speakerOf } from '../../describe/names';
import type { Severity } from '../../protocol/finding';
import type { Hindrance, Why } from '../../protocol/why';
import { onDisk } from '../documents/onDisk';
import { documentAt } from '../documents/openDocuments';
import type { Scanner } from '../scanner/scanner';
import type { ReadAsChoices } from '../settings/readAsChoices';
import { readSettings } from '../settings/readSettings';
import { said } from '../translated';
import { WHY_SCHEME, type WhyAsked } from '../why/whyPages';

/** Most rules that are named as near; further ones are of no use. */
const MOST_NEAR = 8;

/**
 * Opens the page about a range of a document, or else about the cursor.
 *
 * @param changed is told that the page may say something else than when it was shown last
 */
export async function showWhy(
  uri: unknown,
  range: unknown,
  changed: (page: vscode.Uri) => void,
): Promise<void> {
  const isRange = range instanceof Object && 'start' in range && 'end' in range;
  const asked = typeof uri === 'string' && isRange ? ({ uri, ...range } as WhyAsked) : atCursor();
  if (!asked) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('Put the cursor into a text first, where you want to know why.'),
    );
    return;
  }
  const name = vscode.Uri.parse(asked.uri).path.split('/').at(-1);
  const query = JSON.stringify(asked);
  const page = vscode.Uri.from({ scheme: WHY_SCHEME, path: `/${name} – why.md`, query });
  changed(page);
  await vscode.commands.executeCommand('vscode.openWith', page, 'vscode.markdown.preview.editor', {
    viewColumn: vscode.ViewColumn.Beside,
    preview: true,
  });
}

function atCursor(): WhyAsked | undefined {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return undefined;
  const { document, selection } = editor;
  const { start, end } = selection;
  return {
    uri: document.uri.toString(),
    start: document.offsetAt(start),
    end: document.offsetAt(end),
  };
}

/** A page in Markdown that says why a place of a document is flagged, or not. */
export async function whyPage(
  scanner: Scanner,
  readAs: Pick<ReadAsChoices, 'trustOf'>,
  { uri, start, end }: WhyAsked,
): Promise<string> {
  const document = await documentAt(vscode.Uri.parse(uri));
  if (!document) return vscode.l10n.t('The document is closed. Open it, and ask again.');
  const { languageId } = document;
  const untrusted = readSettings(document.uri).scan.untrustedSeverity;
  const source = {
    text: document.getText(),
    path: document.uri.path,
    languageId,
    untrusted,
    disk: onDisk(document.uri),
  };
  const trust = readAs.trustOf(document.uri);
  const why = await scanner.why({ ...source, trust, at: { start, end } });
  return pageOf(why, document, trust !== undefined);
}

/** The page; what the document says stands in a code block, so that it is no markup here. */
export function pageOf(
  { segment, passage, folded, found, hindered, tried }: Why,
  document: Pick<vscode.TextDocument, 'positionAt' | 'getText'>,
  isData: boolean,
): string {
  const { line, character } = document.positionAt(passage.start);
  const place = vscode.l10n.t('Line {0}, column {1}', line + 1, character + 1);
  const lines = [`# ${title(found)}`, '', place, ''];
  if (!segment) {
    lines.push(
      vscode.l10n.t(
        'Nobody speaks here: this is the markup between the parts of a prompt, which is not scanned.',
      ),
    );
    return lines.join('\n');
  }
  const from = isData
    ? vscode.l10n.t('You told Attnscope to treat this whole text as untrusted data.')
    : said(speakerOf(segment));
  lines.push(`## ${vscode.l10n.t('Whose text it is')}`, '', from, '');
  const written = document.getText().slice(passage.start, passage.end);
  const differs = folded !== written;
  lines.push(
    `## ${vscode.l10n.t('The sentence as the rules read it')}`,
    '',
    ...block(folded),
    '',
    differs
      ? vscode.l10n.t('It is read in plain letters, which differ from what is written.')
      : vscode.l10n.t('It is read as it is written.'),
    '',
    `## ${vscode.l10n.t('Rules')}`,
    '',
  );
  for (const { rule, severity, suppressed } of found) {
    const state = suppressed ? vscode.l10n.t('found, and suppressed') : vscode.l10n.t('found');
    lines.push(`- **${rule}**: ${state} (${nameOf(severity)})`);
  }
  for (const { rule, by, severity } of hindered.slice(0, MOST_NEAR))
    lines.push(`- ${rule}: ${hindrance(by)} (${vscode.l10n.t('else: {0}', nameOf(severity))})`);
  const none = tried - found.length - hindered.length;
  lines.push(
    `- ${vscode.l10n.t('Other rules tried that have nothing to say of it: {0}', Math.max(0, none))}`,
  );
  return lines.join('\n');
}

function title(found: Why['found']): string {
  return found.some(({ suppressed }) => !suppressed)
    ? vscode.l10n.t('Why this is flagged')
    : vscode.l10n.t('Why this is not flagged');
}

function hindrance(by: Hindrance): string {
  switch (by) {
    case 'quoted':
      return vscode.l10n.t('nearly: the words are quoted, so they are read as an example');
    case 'reported':
      return vscode.l10n.t('nearly: the sentence tells of the words instead of saying them');
    case 'negation':
      return vscode.l10n.t('nearly: a negation turns the order around');
    case 'around':
      return vscode.l10n.t(
        'nearly: it would be found in the sentence alone; what stands around it changes that',
      );
    case 'trust':
      return vscode.l10n.t('only in text that is trusted less');
  }
}

const nameOf = (severity: Severity): string => said(severityName(severity));

/** A code block whose fence does not stand in the text. */
function block(text: string): string[] {
  let fence = '```';
  while (text.includes(fence)) fence += '`';
  return [`${fence}text`, text, fence];
}
