import type * as vscode from 'vscode';
import { servedAddress } from '../../../protocol/text/servedAddress';
import type { ServerAccess } from '../../model/inferenceOptions';
import { confirmServed } from './confirmServed';
import { serverToken } from './serverToken';

/**
 * Makes sure that the person wants a server asked, and gives what it takes to ask it.
 *
 * @throws AttnscopeError as `confirmServed`
 */
export async function openServed(
  model: string,
  { workspaceState, secrets }: Pick<vscode.ExtensionContext, 'workspaceState' | 'secrets'>,
): Promise<ServerAccess> {
  await confirmServed(model, workspaceState);
  return { host: servedAddress(model).host, token: await serverToken(secrets, model) };
}
