import * as vscode from 'vscode';
import { toWireError } from '../../../protocol/errors';
import { servedAddress } from '../../../protocol/text/servedAddress';
import { translated } from '../../translated';

const TOKENIZER = 'attnscope.served.tokenizer';

/**
 * Asks for the address of a model on a server, and for the folder with its tokenizer, which goes into the settings. Nothing is
 * sent: the server is confirmed when it is to read something. Gives the address; nothing where the person gave it up.
 */
export async function askServed(): Promise<string | undefined> {
  const address = await vscode.window.showInputBox({
    title: vscode.l10n.t('Model on a Server'),
    prompt: vscode.l10n.t('Address of the model. Nothing is sent to it until you confirm that.'),
    placeHolder: 'https://HOST/v2/models/NAME',
    ignoreFocusOut: true,
    validateInput: (given) => (given.trim() === '' ? undefined : problemOf(given.trim())),
  });
  if (!address?.trim()) return undefined;
  const chosen = await vscode.window.showOpenDialog({
    title: vscode.l10n.t('Folder with the tokenizer of this model, as "attnscope tap" writes it'),
    openLabel: vscode.l10n.t('Use Tokenizer'),
    canSelectFiles: false,
    canSelectFolders: true,
  });
  const folder = chosen?.[0]?.fsPath;
  // Without one, it is told how to name it once a text is to be read.
  if (folder !== undefined)
    await vscode.workspace.getConfiguration().update(TOKENIZER, folder, vscode.ConfigurationTarget.Global);
  return address.trim();
}

/** What is wrong with an address, in the person's language. */
function problemOf(text: string): string | undefined {
  try {
    servedAddress(text);
    return undefined;
  } catch (error) {
    return translated(toWireError(error)).message;
  }
}
