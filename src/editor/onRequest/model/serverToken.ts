import * as vscode from 'vscode';
import { AttnscopeError } from '../../../protocol/errors';
import { isServed, servedAddress } from '../../../protocol/text/servedAddress';
import { ownModel } from '../../model/modelOf';
import { askToken, forgetToken } from './keptToken';

/** A token belongs to the server that it was given for: another one is never told it. */
const keyOf = (model: string): string => `serverToken ${servedAddress(model).url.origin}`;

/** The person's token for the server of a model; nothing where none was set. */
export const serverToken = async (
  secrets: vscode.SecretStorage,
  model: string,
): Promise<string | undefined> => (await secrets.get(keyOf(model))) || undefined;

/**
 * Asks for the token of the server that the settings name, and keeps it.
 *
 * @throws AttnscopeError `bad-input` where they name none
 */
export async function setServerToken(secrets: vscode.SecretStorage): Promise<void> {
  const model = servedNow();
  const { host } = servedAddress(model);
  const prompt = vscode.l10n.t('It is kept by VS Code and sent to {0} alone.', host);
  await askToken(secrets, keyOf(model), { host, prompt });
}

/** Takes that token out of the store. */
export async function forgetServerToken(secrets: vscode.SecretStorage): Promise<void> {
  const model = servedNow();
  await forgetToken(secrets, keyOf(model), servedAddress(model).host);
}

function servedNow(): string {
  const model = ownModel();
  if (model !== undefined && isServed(model)) return model;
  throw new AttnscopeError(
    'bad-input',
    vscode.l10n.t('Name a model on a server first, in the setting attnscope.model.path.'),
  );
}
