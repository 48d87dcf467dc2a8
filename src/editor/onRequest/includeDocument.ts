import * as vscode from 'vscode';

const SETTING = 'attnscope.scan.include';

/**
 * Adds a document to the files that are scanned, beside those of before: by its path below its workspace folder, in
 * the settings of the workspace; by its whole path where there is none. Settings that are overruled are not written,
 * nor those of a workspace that is not trusted.
 */
export async function includeDocument(uri: vscode.Uri): Promise<void> {
  const configuration = vscode.workspace.getConfiguration(undefined, uri);
  const { globalValue, workspaceValue, workspaceFolderValue } =
    configuration.inspect<string[]>(SETTING) ?? {};
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  const { isTrusted } = vscode.workspace;
  const inWorkspace = folder !== undefined && isTrusted;
  const path = inWorkspace ? vscode.workspace.asRelativePath(uri, false) : wholePath(uri);
  const ofFolder = isTrusted ? workspaceFolderValue : undefined;
  const ofWorkspace = isTrusted ? workspaceValue : undefined;
  // A list takes the place of those of wider scopes.
  const globs = ofFolder ?? ofWorkspace ?? globalValue ?? [];
  const { Global, Workspace, WorkspaceFolder } = vscode.ConfigurationTarget;
  const wide = inWorkspace || ofWorkspace ? Workspace : Global;
  await configuration.update(SETTING, [...globs, asGlob(path)], ofFolder ? WorkspaceFolder : wide);
}

/** The path on the disk, with slashes: where a drive begins it, none stands before that. */
const wholePath = ({ path }: vscode.Uri): string =>
  path.replace(/^\/([A-Za-z]:)/, (_, drive: string) => drive.toLowerCase());

/** A path as a glob that names it: signs of the notation stand for any one character. */
const asGlob = (path: string): string => path.replace(/[*?[\]{}]/g, '?');
