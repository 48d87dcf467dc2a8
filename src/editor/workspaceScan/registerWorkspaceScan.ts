import * as vscode from 'vscode';
import { commandsOnRequest } from '../commands/registerCommand';
import { DisposableStore } from '../disposable';
import type { FolderDecisions } from '../scans/folderDecisions';
import type { Scans } from '../scans/scans';
import type { WorkspaceFindings } from './workspaceFindings';

/** Registers the command that scans the prompt files of the workspace, and what keeps what it finds. */
export function registerWorkspaceScan(
  scans: Scans,
  decisions: FolderDecisions,
  extension: vscode.Uri,
  log: vscode.LogOutputChannel,
): vscode.Disposable {
  const store = new DisposableStore();
  let kept: WorkspaceFindings | undefined;
  const program = vscode.Uri.joinPath(extension, 'dist', 'scanner.js').fsPath;
  commandsOnRequest(store)('attnscope.scanWorkspace', async ({ scanWorkspace, WorkspaceFindings }) => {
    kept ??= store.add(new WorkspaceFindings(scans, decisions, extension));
    const { startThread } = await import('../bordersProgram');
    await scanWorkspace(kept, (onEnd) => startThread(program, onEnd), log);
  });
  return store;
}
