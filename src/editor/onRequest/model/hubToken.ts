import * as vscode from 'vscode';
import { hubEndpoint } from '../../../hub/connection';
import { readSettings } from '../../settings/readSettings';

/** A token belongs to the hub that it was given for: another one is never told it. */
const keyOf = (endpoint: string): string => `hubToken ${new URL(endpoint).origin}`;

/** The person's token for a hub; nothing where none was set. */
export const hubToken = async (
  secrets: vscode.SecretStorage,
  endpoint: string,
): Promise<string | undefined> => (await secrets.get(keyOf(endpoint))) || undefined;

/** Asks for the token of the hub that the settings name, and keeps it in VS Code's store of secrets. */
export async function setHubToken(secrets: vscode.SecretStorage): Promise<void> {
  const endpoint = endpointNow();
  const { host } = new URL(endpoint);
  const token = await vscode.window.showInputBox({
    title: vscode.l10n.t('Token of {0}', host),
    prompt: vscode.l10n.t(
      'Made in the settings of your account there; reading is enough. It is kept by VS Code and sent to {0} alone.',
      host,
    ),
    password: true,
    ignoreFocusOut: true,
  });
  if (!token?.trim()) return;
  await secrets.store(keyOf(endpoint), token.trim());
  void vscode.window.showInformationMessage(vscode.l10n.t('The token of {0} is set.', host));
}

/** Takes that token out of the store. */
export async function forgetHubToken(secrets: vscode.SecretStorage): Promise<void> {
  const endpoint = endpointNow();
  await secrets.delete(keyOf(endpoint));
  void vscode.window.showInformationMessage(
    vscode.l10n.t('The token of {0} is forgotten.', new URL(endpoint).host),
  );
}

const endpointNow = (): string =>
  hubEndpoint(readSettings().hub.endpoint.trim() || (process.env.HF_ENDPOINT ?? ''), false);
