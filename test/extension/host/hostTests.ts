import assert from 'node:assert/strict';
import * as vscode from 'vscode';

/** Tests of one concern: what is true → how that is seen; a text is what was measured, and is printed. */
export type HostTests = Record<string, () => Promise<void | string>>;

/** Our extension, as VS Code knows it. */
export function ourExtension(): vscode.Extension<unknown> {
  const found = vscode.extensions.getExtension('attnscope.attnscope');
  assert.ok(found, 'VS Code does not know the extension');
  return found;
}

/** Opens a file of the workspace in an editor. */
export async function openFile(name: string): Promise<vscode.TextEditor> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, 'no folder is open');
  const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder.uri, name));
  return vscode.window.showTextDocument(document);
}

/** Our diagnostics of a document, once there are `count`; fails after 10 s. */
export async function ourDiagnostics(uri: vscode.Uri, count: number): Promise<vscode.Diagnostic[]> {
  const now = (): vscode.Diagnostic[] =>
    vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'Attnscope');
  await eventually(
    () => now().length === count,
    () => `${now().length} diagnostics, not ${count}`,
  );
  return now();
}

/** Waits until something is true; fails with what `otherwise` says after so many ms. */
export async function eventually(
  isTrue: () => boolean,
  otherwise: () => string,
  most = 10_000,
): Promise<void> {
  const end = Date.now() + most;
  while (!isTrue()) {
    assert.ok(Date.now() < end, otherwise());
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
