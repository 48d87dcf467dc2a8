import * as vscode from 'vscode';

/** Whether only the bundled model may be used: in folders that are not trusted or not on this machine's disk. */
export function onlyBundledModel(): boolean {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const onDisk = folders.length === 0 || folders.some(({ uri }) => uri.scheme === 'file');
  return !vscode.workspace.isTrusted || !onDisk;
}
