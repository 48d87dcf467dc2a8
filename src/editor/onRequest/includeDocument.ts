import * as vscode from 'vscode';

const SETTING = 'attnscope.scan.include';

/**
 * Adds a document to the files that are scanned: by its path below its workspace folder, in the settings of the
 * workspace; or by its whole path in the person's own, where there is none or it is not trusted.
 */
export async function includeDocument(uri: vscode.Uri): Promise<void> {
  const configuration = vscode.workspace.getConfiguration(undefined, uri);
  const { globalValue, workspaceValue } = configuration.inspect<string[]>(SETTING) ?? {};
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  const inWorkspace = folder !== undefined && vscode.workspace.isTrusted;
  const path = inWorkspace ? vscode.workspace.asRelativePath(uri, false) : uri.path;
  const globs = (inWorkspace ? workspaceValue : globalValue) ?? [];
  const { Global, Workspace } = vscode.ConfigurationTarget;
  await configuration.update(SETTING, [...globs, asGlob(path)], inWorkspace ? Workspace : Global);
}

/** A path as a glob that names it: signs of the notation stand for any one character. */
const asGlob = (path: string): string => path.replace(/[*?[\]{}]/g, '?');
