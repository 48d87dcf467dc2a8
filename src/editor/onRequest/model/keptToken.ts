import * as vscode from 'vscode';

/** Asks for the token of a host, and keeps it in VS Code's store of secrets. `prompt` says where it comes from and goes. */
export async function askToken(
  secrets: vscode.SecretStorage,
  key: string,
  { host, prompt }: { host: string; prompt: string },
): Promise<void> {
  const token = await vscode.window.showInputBox({
    title: vscode.l10n.t('Token of {0}', host),
    ...{ prompt, password: true, ignoreFocusOut: true },
  });
  if (!token?.trim()) return;
  await secrets.store(key, token.trim());
  void vscode.window.showInformationMessage(vscode.l10n.t('The token of {0} is set.', host));
}

/** Takes it out of the store. */
export async function forgetToken(secrets: vscode.SecretStorage, key: string, host: string): Promise<void> {
  await secrets.delete(key);
  void vscode.window.showInformationMessage(vscode.l10n.t('The token of {0} is forgotten.', host));
}
