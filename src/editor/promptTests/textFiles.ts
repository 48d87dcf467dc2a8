import * as vscode from 'vscode';
import { decodeText } from '../../prompts/files/decodeText';
import { AttnscopeError } from '../../protocol/errors';
import { quoted } from '../../protocol/plainText';
import { sentence } from '../../protocol/sentence';
import { textOf } from '../documents/openDocuments';

/**
 * The text of a file as it stands in the editor, saved or not; else as it is on the disk.
 *
 * @throws AttnscopeError `bad-input` where it cannot be read.
 */
export async function readTextAt(uri: vscode.Uri): Promise<string> {
  const open = textOf(uri.toString());
  if (open !== undefined) return open;
  let bytes: Uint8Array;
  try {
    bytes = await vscode.workspace.fs.readFile(uri);
  } catch (error) {
    throw new AttnscopeError(
      'bad-input',
      [sentence('{file} cannot be read. Check the path.', { file: quoted(uri.path) })],
      { cause: error },
    );
  }
  return decodeText(bytes);
}

/** Where a file stands that another one names by its path from there. */
export function beside(uri: vscode.Uri, path: string): vscode.Uri {
  const isWhole = path.startsWith('/') || /^[a-z]:[\\/]/i.test(path);
  return isWhole ? uri.with({ path: vscode.Uri.file(path).path }) : vscode.Uri.joinPath(uri, '..', path);
}
