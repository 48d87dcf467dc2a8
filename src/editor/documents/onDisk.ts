import * as vscode from 'vscode';
import type { OnDisk } from '../../protocol/borders/scanner';

/** Where a document stands on the disk; nothing of one that has no file there. */
export function onDisk(uri: vscode.Uri): OnDisk | undefined {
  // The cells of a notebook are in its file.
  if (uri.scheme !== 'file' && uri.scheme !== 'vscode-notebook-cell') return undefined;
  const root = vscode.workspace.getWorkspaceFolder(uri);
  return { file: uri.fsPath, root: root?.uri.scheme === 'file' ? root.uri.fsPath : undefined };
}
