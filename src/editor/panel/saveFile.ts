import { homedir } from 'node:os';
import * as vscode from 'vscode';
import { cellOf } from '../documents/documentName';

/** Code points of a file name: few enough for every file system, in any script. */
const LONGEST_NAME = 120;

/** Folder of the last export, offered again for the next. */
let lastFolder: vscode.Uri | undefined;

/**
 * Asks for a place and writes the bytes there; `false` where the person declined.
 *
 * @param name of the file
 * @param document what it is about: its folder is offered first
 */
export async function saveFile(
  name: string,
  bytes: Uint8Array,
  document: vscode.Uri | undefined,
): Promise<boolean> {
  const folder = lastFolder ?? folderOf(document) ?? vscode.Uri.file(homedir());
  const characters = Array.from(name.replace(/[\\/:*?"<>|\p{C}]/gu, '-'));
  const defaultUri = vscode.Uri.joinPath(folder, characters.slice(-LONGEST_NAME).join(''));
  const chosen = await vscode.window.showSaveDialog({ defaultUri });
  if (!chosen) return false;
  await vscode.workspace.fs.writeFile(chosen, bytes);
  lastFolder = vscode.Uri.joinPath(chosen, '..');
  return true;
}

/** Folder of a document, or of the workspace where it is in none that can be written to. */
function folderOf(document: vscode.Uri | undefined): vscode.Uri | undefined {
  const file = document && (cellOf(document)?.notebook.uri ?? document);
  if (file && vscode.workspace.fs.isWritableFileSystem(file.scheme)) return vscode.Uri.joinPath(file, '..');
  return vscode.workspace.workspaceFolders?.[0]?.uri;
}
