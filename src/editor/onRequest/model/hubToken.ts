import * as vscode from 'vscode';
import { hubEndpoint } from '../../../hub/connection';
import { readSettings } from '../../settings/readSettings';
import { askToken, forgetToken } from './keptToken';

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
  const prompt = vscode.l10n.t(
    'Made in the settings of your account there; reading is enough. It is kept by VS Code and sent to {0} alone.',
    host,
  );
  await askToken(secrets, keyOf(endpoint), { host, prompt });
}

/** Takes that token out of the store. */
export async function forgetHubToken(secrets: vscode.SecretStorage): Promise<void> {
  const endpoint = endpointNow();
  await forgetToken(secrets, keyOf(endpoint), new URL(endpoint).host);
}

const endpointNow = (): string =>
  hubEndpoint(readSettings().hub.endpoint.trim() || (process.env.HF_ENDPOINT ?? ''), false);
