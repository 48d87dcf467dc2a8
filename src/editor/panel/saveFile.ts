import { homedir } from 'node:os';
import * as vscode from 'vscode';

/** Code points of a file name: few enough for every file system, in any script. */
const LONGEST_NAME = 120;

/** Folder of the last export, offered again for the next. */
let lastFolder: vscode.Uri | undefined;

/** Asks for a place and writes the bytes there; `false` where the person declined. `name` is a file name. */
export async function saveFile(name: string, bytes: Uint8Array): Promise<boolean> {
  const folder = lastFolder ?? vscode.workspace.workspaceFolders?.[0]?.uri ?? vscode.Uri.file(homedir());
  const characters = Array.from(name.replace(/[\\/:*?"<>|\p{C}]/gu, '-'));
  const defaultUri = vscode.Uri.joinPath(folder, characters.slice(-LONGEST_NAME).join(''));
  const chosen = await vscode.window.showSaveDialog({ defaultUri });
  if (!chosen) return false;
  await vscode.workspace.fs.writeFile(chosen, bytes);
  lastFolder = vscode.Uri.joinPath(chosen, '..');
  return true;
}
