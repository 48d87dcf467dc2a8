import * as vscode from 'vscode';
import { severityName, speakerOf } from '../../describe/names';
import { CONFIG_FILE } from '../../protocol/config';
import { toWireError } from '../../protocol/errors';
import type { Severity, SuppressedBy } from '../../protocol/finding';
import type { Hindrance, Why } from '../../protocol/why';
import { onDisk } from '../documents/onDisk';
import { documentAt } from '../documents/openDocuments';
import type { Scanner } from '../scanner/scanner';
import type { ReadAsChoices } from '../settings/readAsChoices';
import { readSettings } from '../settings/readSettings';
import { said, translated } from '../translated';
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

/**
 * A page in Markdown that says why a place of a document is flagged, or not.
 *
 * @param unscanned says why nothing is marked in a document, whatever stands in it
 */
export async function whyPage(
  scanner: Pick<Scanner, 'why'>,
  readAs: Pick<ReadAsChoices, 'trustOf'>,
  unscanned: (document: vscode.TextDocument) => string | undefined,
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
  try {
    const why = await scanner.why({ ...source, trust, at: { start, end } });
    return pageOf(why, document, trust !== undefined, unscanned(document));
  } catch (error) {
    return failedPage(translated(toWireError(error)).message);
  }
}

/** What stops a scan stops this too, and is why nothing is marked. */
function failedPage(message: string): string {
  const told = vscode.l10n.t('This document cannot be scanned:');
  return [`# ${title(false)}`, '', told, '', ...block(message)].join('\n');
}

/** The page; what the document says stands in a code block, so that it is no markup here. */
function pageOf(
  { segment, isUntrustedFile, passage, folded, found, hindered, tried }: Why,
  document: Pick<vscode.TextDocument, 'positionAt' | 'getText'>,
  isData: boolean,
  unscanned: string | undefined,
): string {
  const { line, character } = document.positionAt(passage.start);
  const place = vscode.l10n.t('Line {0}, column {1}', line + 1, character + 1);
  const isFlagged = unscanned === undefined && found.some(({ suppression }) => !suppression);
  const lines = [`# ${title(isFlagged)}`, '', place, ''];
  if (unscanned !== undefined)
    lines.push(unscanned, '', vscode.l10n.t('Below stands what a scan would say.'), '');
  if (!segment) {
    lines.push(
      vscode.l10n.t(
        'Nobody speaks here: this is the markup between the parts of a prompt, which is not scanned.',
      ),
    );
    return lines.join('\n');
  }
  const from = isUntrustedFile
    ? vscode.l10n.t('{0} says that this whole text is untrusted data.', CONFIG_FILE)
    : isData
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
  for (const { rule, severity, suppression } of found) {
    const state = suppression ? suppressedBy(suppression.by) : vscode.l10n.t('found');
    const reason = suppression?.reason === undefined ? '' : `: ${asText(suppression.reason)}`;
    lines.push(`- **${rule}**: ${state} (${nameOf(severity)})${reason}`);
  }
  for (const { rule, by, severity } of hindered.slice(0, MOST_NEAR))
    lines.push(`- ${rule}: ${hindrance(by)} (${vscode.l10n.t('else: {0}', nameOf(severity))})`);
  const none = tried - found.length - hindered.length;
  lines.push(
    `- ${vscode.l10n.t('Other rules tried that have nothing to say of it: {0}', Math.max(0, none))}`,
  );
  return lines.join('\n');
}

const title = (isFlagged: boolean): string =>
  isFlagged ? vscode.l10n.t('Why this is flagged') : vscode.l10n.t('Why this is not flagged');

function suppressedBy(by: SuppressedBy): string {
  switch (by) {
    case 'comment':
      return vscode.l10n.t('found, and suppressed by a comment');
    case 'front-matter':
      return vscode.l10n.t('found, and suppressed in the front matter');
    case 'config':
      return vscode.l10n.t('found, and suppressed in {0}', CONFIG_FILE);
    case 'baseline':
      return vscode.l10n.t('found, and known to the baseline');
  }
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
    case 'off':
      return vscode.l10n.t('switched off in {0}', CONFIG_FILE);
  }
}

const nameOf = (severity: Severity): string => said(severityName(severity));

/** A code block whose fence does not stand in the text. */
function block(text: string): string[] {
  let fence = '```';
  while (text.includes(fence)) fence += '`';
  return [`${fence}text`, text, fence];
}

/** Words of others as text of the page. */
const asText = (words: string): string => words.replace(/[\\`*_{}[\]<>()#+.!|~-]/g, '\\$&');
