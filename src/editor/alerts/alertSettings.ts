import path from 'node:path';
import * as vscode from 'vscode';
import { expand } from '../model/expand';
import { mayUseOwn } from '../model/modelOf';
import { readSettings } from '../settings/readSettings';

/** The baseline that prompts of a document are checked against; nothing where none is set, or may be used. */
export function baselineOf(uri?: vscode.Uri): string | undefined {
  return mayUseOwn() ? wholePath(readSettings(uri).monitor.baseline, uri) : undefined;
}

/** The log of alerts; one of the extension's own where the settings name none. */
export function logOf(storage: vscode.Uri, uri?: vscode.Uri): string {
  const own = mayUseOwn() ? wholePath(readSettings(uri).monitor.log, uri) : undefined;
  return own ?? path.join(storage.fsPath, 'alerts.jsonl');
}

/** A path of the settings; one that is not whole begins in the workspace folder. */
function wholePath(setting: string, uri?: vscode.Uri): string | undefined {
  const expanded = expand(setting.trim());
  if (expanded === '' || path.isAbsolute(expanded)) return expanded || undefined;
  const folder = (uri && vscode.workspace.getWorkspaceFolder(uri)) ?? vscode.workspace.workspaceFolders?.[0];
  return folder && path.join(folder.uri.fsPath, expanded);
}
