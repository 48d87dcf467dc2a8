import * as vscode from 'vscode';
import { AttnscopeError, cancelled } from '../../../protocol/errors';
import { servedAddress } from '../../../protocol/text/servedAddress';

/** Models on servers that texts of this workspace may be sent to. */
const KEY = 'attnscope.servedModels';
/** Questions that stand open, by model: several requests may wait for one. */
const asking = new Map<string, Promise<boolean>>();

/**
 * Has the person confirm, once per workspace, that texts are sent to a server.
 *
 * @throws AttnscopeError `cancelled` where the person does not want it, `bad-model` in a workspace that is not trusted.
 */
export async function confirmServed(model: string, workspaceState: vscode.Memento): Promise<void> {
  const { host } = servedAddress(model);
  if (!vscode.workspace.isTrusted) {
    throw new AttnscopeError(
      'bad-model',
      vscode.l10n.t('Models on servers are used in trusted workspaces only.'),
    );
  }
  if (workspaceState.get<string[]>(KEY, []).includes(model)) return;
  const answer = asking.get(model) ?? ask(host).finally(() => asking.delete(model));
  asking.set(model, answer);
  if (!(await answer)) throw cancelled();
  const known = workspaceState.get<string[]>(KEY, []);
  if (!known.includes(model)) await workspaceState.update(KEY, [...known, model]);
}

async function ask(host: string): Promise<boolean> {
  const send = vscode.l10n.t('Send');
  const chosen = await vscode.window.showWarningMessage(
    vscode.l10n.t('Send what you analyze in this workspace to the server {0}?', host),
    {
      modal: true,
      detail: vscode.l10n.t(
        'The setting attnscope.model.path names a model on this server. It gets the tokens of each text that is analyzed with it, and who runs it can read them.',
      ),
    },
    send,
  );
  return chosen === send;
}
