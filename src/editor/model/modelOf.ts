import { homedir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { AttnscopeError } from '../../protocol/errors';
import { quoted } from '../../protocol/plainText';
import { readSettings } from '../settings/readSettings';
import { onlyBundledModel } from './onlyBundledModel';

/**
 * The model that reads a document's prompts: the person's own, or else the bundled one.
 *
 * @throws AttnscopeError `bad-model` where the path of the settings is not absolute.
 */
export function modelOf(uri: vscode.Uri | undefined, bundledModel: string): string {
  const own = readSettings(uri).model.path.trim();
  if (own === '' || onlyBundledModel()) return bundledModel;
  const expanded = own.startsWith('~/') ? path.join(homedir(), own.slice(2)) : own;
  if (path.isAbsolute(expanded)) return expanded;
  throw new AttnscopeError(
    'bad-model',
    vscode.l10n.t(
      'The model {0} of the setting attnscope.model.path cannot be found by this path. Give the whole path, from the root of the disk or from ~.',
      quoted(own),
    ),
  );
}
