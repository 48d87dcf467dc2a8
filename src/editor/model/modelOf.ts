import { stat } from 'node:fs/promises';
import path from 'node:path';
import * as vscode from 'vscode';
import { isOllamaName } from '../../model/catalog/names';
import { AttnscopeError } from '../../protocol/errors';
import { quoted } from '../../protocol/plainText';
import { isServed } from '../../protocol/text/servedAddress';
import { readSettings } from '../settings/readSettings';
import { expand } from './expand';

/**
 * The model of the person's own that the settings name for a document; nothing where they name none. Folders
 * that are not trusted, or not on this machine's disk, have none: only the bundled model may be used there.
 */
export function ownModel(uri?: vscode.Uri): string | undefined {
  return mayUseOwn() ? readSettings(uri).model.path.trim() || undefined : undefined;
}

/** Whether files of the person's own may be run: neither in folders that are not trusted nor in virtual ones. */
export function mayUseOwn(): boolean {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const onDisk = folders.length === 0 || folders.some((folder) => folder.uri.scheme === 'file');
  return vscode.workspace.isTrusted && onDisk;
}

/**
 * The model that reads a document's prompts: the person's own, or else the bundled one.
 *
 * @throws AttnscopeError `bad-model` where the path of the settings is not absolute.
 */
export function modelOf(uri: vscode.Uri, bundledModel: string): string {
  const own = ownModel(uri);
  if (own === undefined) return bundledModel;
  const expanded = expand(own);
  if (path.isAbsolute(expanded) || isOllamaName(expanded) || isServed(expanded)) return expanded;
  throw new AttnscopeError(
    'bad-model',
    vscode.l10n.t(
      'The model {0} of the setting attnscope.model.path cannot be found by this path. Give the whole path, from the root of the disk or from ~, or the name and tag of a model that Ollama has.',
      quoted(own),
    ),
  );
}

/** Whether there is no file or folder where the settings say that a model is. */
export async function isMissing(own: string): Promise<boolean> {
  const expanded = expand(own);
  // Whether Ollama or a server has it is told when it is asked for.
  if (isOllamaName(expanded) || isServed(expanded)) return false;
  return (
    !path.isAbsolute(expanded) ||
    stat(expanded).then(
      () => false,
      () => true,
    )
  );
}
