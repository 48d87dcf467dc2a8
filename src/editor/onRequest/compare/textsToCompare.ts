import * as vscode from 'vscode';
import { decodeText } from '../../../prompts/files/decodeText';
import { AttnscopeError } from '../../../protocol/errors';
import { documentName } from '../../documents/documentName';
import { documentAt } from '../../documents/openDocuments';
import type { AskedComparison } from './askedComparison';
import { textAt } from './revisions';

/** A text that is compared, with what its file tells about it. */
export interface TextToCompare {
  title: string;
  text: string;
  uri: vscode.Uri;
  languageId: string;
}

/** Before and after. */
export type Texts = readonly [TextToCompare, TextToCompare];

/** The texts that are compared, as they are by now. */
export async function textsOf(asked: AskedComparison): Promise<Texts> {
  const at = (uri: string) => documentMeant(vscode.Uri.parse(uri));
  switch (asked.kind) {
    case 'files':
      return bothOf(await at(asked.before), await at(asked.after));
    case 'saved':
      return savedAndUnsaved(await at(asked.document));
    case 'revision':
      return revisionAndNow(await at(asked.document), asked.revision);
  }
}

/** The file that a command is about: from the menu it was chosen in, or the active editor. */
export async function documentMeant(argument: unknown): Promise<vscode.TextDocument> {
  const uri = argument instanceof vscode.Uri ? argument : vscode.window.activeTextEditor?.document.uri;
  const document = uri && (await documentAt(uri));
  if (document) return document;
  throw new AttnscopeError('bad-input', vscode.l10n.t('Open a prompt file first: there is none to compare.'));
}

/** Two files that are selected in the explorer; or the one that is meant, and another that the person chooses. */
export async function filesMeant(argument: unknown, selected: unknown): Promise<AskedComparison | undefined> {
  const uris = Array.isArray(selected) ? selected.filter((one) => one instanceof vscode.Uri) : [];
  const [first, second] = uris;
  if (first && second && uris.length === 2)
    return { kind: 'files', before: first.toString(), after: second.toString() };
  const document = await documentMeant(argument);
  const folder = document.uri.scheme === 'file' ? vscode.Uri.joinPath(document.uri, '..') : undefined;
  const openLabel = vscode.l10n.t('Compare');
  const [chosen] = (await vscode.window.showOpenDialog({ defaultUri: folder, openLabel })) ?? [];
  return chosen && { kind: 'files', before: document.uri.toString(), after: chosen.toString() };
}

/** A file as it was saved, and as it stands in the editor. */
async function savedAndUnsaved(document: vscode.TextDocument): Promise<Texts> {
  if (document.isUntitled || document.uri.scheme === 'vscode-notebook-cell')
    throw new AttnscopeError(
      'bad-input',
      vscode.l10n.t('This text was never saved as a file, so there is nothing to compare it with.'),
    );
  const saved = decodeText(await vscode.workspace.fs.readFile(document.uri));
  const name = documentName(document);
  return [
    { ...textOf(document), text: saved, title: vscode.l10n.t('{0} (saved)', name) },
    { ...textOf(document), title: name },
  ];
}

/** A file at a git revision, and as it stands in the editor. */
async function revisionAndNow(document: vscode.TextDocument, revision: string): Promise<Texts> {
  const text = await textAt(document.uri, revision);
  const title = vscode.l10n.t('{0} ({1})', documentName(document), revision.slice(0, 12));
  return [{ ...textOf(document), text, title }, textOf(document)];
}

/** A text as its document holds it by now. */
function textOf(document: vscode.TextDocument): TextToCompare {
  const { uri, languageId } = document;
  return { title: documentName(document), text: document.getText(), uri, languageId };
}

function bothOf(one: vscode.TextDocument, other: vscode.TextDocument): Texts {
  const [before, after] = [textOf(one), textOf(other)];
  if (before.title !== after.title) return [before, after];
  const path = ({ uri }: TextToCompare) => vscode.workspace.asRelativePath(uri);
  return [
    { ...before, title: path(before) },
    { ...after, title: path(after) },
  ];
}
