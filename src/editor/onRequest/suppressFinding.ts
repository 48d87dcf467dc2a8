import * as vscode from 'vscode';
import { addSuppression } from '../../config/addSuppression';
import { asGlob } from '../../config/globs';
import { CONFIG_FILE } from '../../protocol/config';
import type { Finding } from '../../protocol/finding';
import { documentAt } from '../documents/openDocuments';
import type { SuppressionAsked } from '../findings/suppressions';
import type { Scanner } from '../scanner/scanner';

type Insertion = { start: number; end: number; text: string };

/**
 * Asks why a finding may stay, and writes the suppression: a comment for its line or file, an entry of the settings for
 * the workspace, and for a file that has no comments or in which none would count. Either is an edit that can be undone.
 */
export async function suppressFinding(
  scanner: Pick<Scanner, 'suppression'>,
  { uri, where, finding }: SuppressionAsked,
): Promise<void> {
  const document = await documentAt(vscode.Uri.parse(uri));
  if (!document) return;
  const reason = await askReason(finding.rule);
  if (reason === undefined) return;
  const isComment = where !== 'workspace' && finding.segment.trust !== 'untrusted';
  const comment = isComment ? await commentFor(scanner, document, where, finding, reason) : undefined;
  if (comment) {
    const edit = new vscode.WorkspaceEdit();
    const range = new vscode.Range(document.positionAt(comment.start), document.positionAt(comment.end));
    edit.replace(document.uri, range, comment.text);
    await vscode.workspace.applyEdit(edit);
    return;
  }
  const settings = await addToSettings(document, finding, reason, where === 'workspace');
  if (settings && where !== 'workspace') await tellOfSettings(settings, finding.rule, document);
}

/** An entry of the settings holds further than the line that was meant, and stands in a file that is not seen. */
async function tellOfSettings(
  settings: vscode.Uri,
  rule: string,
  { uri }: vscode.TextDocument,
): Promise<void> {
  const open = vscode.l10n.t('Open {0}', CONFIG_FILE);
  const answer = await vscode.window.showInformationMessage(
    vscode.l10n.t(
      'No comment can say it there, so {0} does: {1} is suppressed in all of {2}.',
      CONFIG_FILE,
      rule,
      uri.path.split('/').at(-1)!,
    ),
    open,
  );
  if (answer === open) await vscode.commands.executeCommand('vscode.open', settings);
}

async function commentFor(
  scanner: Pick<Scanner, 'suppression'>,
  document: vscode.TextDocument,
  where: 'line' | 'file',
  finding: SuppressionAsked['finding'],
  reason: string,
): Promise<Insertion | undefined> {
  const { languageId, uri } = document;
  const source = { text: document.getText(), path: uri.path, languageId };
  const { edit } = await scanner.suppression({ ...source, finding, wanted: { where, reason } });
  return edit ?? undefined;
}

async function askReason(rule: string): Promise<string | undefined> {
  const reason = await vscode.window.showInputBox({
    title: vscode.l10n.t('Suppress {0}', rule),
    prompt: vscode.l10n.t('Why may it stay? The reason is written beside the suppression.'),
    validateInput: (text) =>
      /\p{L}/u.test(text) ? undefined : vscode.l10n.t('Say why in words: a suppression needs a reason.'),
  });
  return reason?.trim();
}

/** Adds it to the settings of the nearest folder up to the one that is open, which begin with it where there are none; gives their file. */
async function addToSettings(
  { uri }: vscode.TextDocument,
  { rule }: Pick<Finding, 'rule'>,
  reason: string,
  everywhere: boolean,
): Promise<vscode.Uri | undefined> {
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  if (!folder) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t(
        'A finding of this file can be suppressed in the settings of a folder alone: open the folder of the file.',
      ),
    );
    return undefined;
  }
  const { home, isThere } = await settingsFolder(uri, folder.uri);
  const file = vscode.Uri.joinPath(home, CONFIG_FILE);
  const edit = new vscode.WorkspaceEdit();
  if (!isThere) edit.createFile(file, { ignoreIfExists: true });
  if (!isThere) await vscode.workspace.applyEdit(edit);
  const document = await vscode.workspace.openTextDocument(file);
  const files = everywhere ? {} : { files: [asGlob(uri.path.slice(home.path.length).replace(/^\//, ''))] };
  const change = new vscode.WorkspaceEdit();
  for (const { start, end, text } of addSuppression(document.getText(), { rule, ...files, reason }))
    change.replace(file, new vscode.Range(document.positionAt(start), document.positionAt(end)), text);
  await vscode.workspace.applyEdit(change);
  await document.save();
  return file;
}

async function settingsFolder(
  uri: vscode.Uri,
  root: vscode.Uri,
): Promise<{ home: vscode.Uri; isThere: boolean }> {
  for (let home = vscode.Uri.joinPath(uri, '..'); ; home = vscode.Uri.joinPath(home, '..')) {
    const isThere = await vscode.workspace.fs.stat(vscode.Uri.joinPath(home, CONFIG_FILE)).then(
      () => true,
      () => false,
    );
    if (isThere) return { home, isThere };
    if (home.path === root.path || home.path.length <= root.path.length) return { home: root, isThere };
  }
}
