import * as vscode from 'vscode';

/** Opens a prompt with a planted instruction, as a document of its own that may be edited freely. */
export function registerOpenExample(extension: vscode.Uri): vscode.Disposable {
  return vscode.commands.registerCommand('attnscope.openExample', async () => {
    const file = vscode.Uri.joinPath(extension, 'media', 'examples', 'support-mail.prompt.md');
    const content = new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
    const document = await vscode.workspace.openTextDocument({ language: 'prompt', content });
    await vscode.window.showTextDocument(document);
  });
}
