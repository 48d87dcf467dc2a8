import * as vscode from 'vscode';
import { cancelled } from '../../../protocol/errors';
import type { FoldersScan, ScanFolder } from '../../../protocol/borders/scanner';
import type { ScannerThread } from '../../scanner/scannerThread';
import { readSettings } from '../../settings/readSettings';
import { inDigits } from '../../translated';
import type { WorkspaceFindings } from '../../workspaceScan/workspaceFindings';
import { scanVirtualFolders, type Told } from './scanVirtualFolders';
import { workspaceSummary, type Counted } from './workspaceSummary';

/** The scan that is under way: another one ends it. */
let running: AbortController | undefined;

/**
 * Scans the prompt files of the workspace in a thread of its own, with progress; what is found is kept as it comes, and
 * stays where the person ends the scan half way.
 *
 * @throws AttnscopeError `crashed` where the thread failed
 */
export async function scanWorkspace(
  kept: Pick<WorkspaceFindings, 'begin' | 'keep'>,
  start: (onEnd: () => void) => ScannerThread,
  log: vscode.LogOutputChannel,
): Promise<void> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Open a folder first: there is none to scan.'));
    return;
  }
  running?.abort();
  const request = (running = new AbortController());
  kept.begin();
  const counted: Counted = { files: 0, read: 0, withFindings: 0, byRule: new Map() };
  const result = await vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: vscode.l10n.t('Scanning the workspace'),
      cancellable: true,
    },
    async (progress, token) => {
      token.onCancellationRequested(() => request.abort());
      const thread = start(() => undefined);
      request.signal.addEventListener('abort', () => thread.end(cancelled()));
      const tell = (now: Told): void => {
        const increment = now.files === 0 ? 0 : (100 * (now.read - counted.read)) / now.files;
        count(counted, now);
        for (const { uri, findings } of now.found) kept.keep(uri, findings);
        const message = vscode.l10n.t('{0} of {1} files', inDigits(now.read), inDigits(now.files));
        progress.report({ message, increment });
      };
      try {
        return await scanFolders(folders, thread, tell, request.signal);
      } catch (error) {
        if (request.signal.aborted) return undefined;
        throw error;
      } finally {
        thread.end(cancelled());
      }
    },
  );
  if (running !== request) return;
  running = undefined;
  await tell(counted, result, log);
}

/** Scans those on the disk in the thread, then those that only VS Code can read. */
async function scanFolders(
  folders: readonly vscode.WorkspaceFolder[],
  thread: ScannerThread,
  tell: (now: Told) => void,
  signal: AbortSignal,
): Promise<FoldersScan> {
  const isOnDisk = ({ uri }: vscode.WorkspaceFolder): boolean => uri.scheme === 'file';
  let onDisk = 0;
  const first = await thread.request(
    'scanFolders',
    { folders: folders.filter(isOnDisk).map(asScanFolder) },
    ({ files, read, found }) => {
      onDisk = files;
      tell({
        files,
        read,
        found: found.map(({ path, findings }) => ({ uri: vscode.Uri.file(path), findings })),
      });
    },
  );
  const others = folders.filter((folder) => !isOnDisk(folder)).map(({ uri }) => uri);
  if (others.length === 0) return first;
  const second = await scanVirtualFolders(
    others,
    thread,
    ({ files, read, found }) => tell({ files: onDisk + files, read: first.read + read, found }),
    signal,
  );
  return {
    read: first.read + second.read,
    cut: first.cut + second.cut,
    unread: [...first.unread, ...second.unread],
  };
}

function asScanFolder({ uri }: vscode.WorkspaceFolder): ScanFolder {
  const { include, exclude, maxLength, untrustedSeverity } = readSettings(uri).scan;
  return { path: uri.fsPath, include, exclude, maxLength, untrusted: untrustedSeverity };
}

function count(counted: Counted, { files, read, found }: Told): void {
  counted.files = files;
  counted.read = read;
  for (const { findings } of found) {
    // VS Code underlines hints in the text, but lists none.
    const listed = findings.filter(({ severity, suppressed }) => severity !== 'hint' && !suppressed);
    if (listed.length > 0) counted.withFindings += 1;
    for (const { rule } of listed) counted.byRule.set(rule, (counted.byRule.get(rule) ?? 0) + 1);
  }
}

/** Says what came of it; the log has every file that was not read, and every rule. */
async function tell(
  counted: Counted,
  result: FoldersScan | undefined,
  log: vscode.LogOutputChannel,
): Promise<void> {
  const { short, whole } = workspaceSummary(counted, result);
  log.info(whole);
  for (const { error } of result?.unread ?? []) log.warn(error);
  const problems = vscode.l10n.t('Show Problems');
  const details = vscode.l10n.t('Show Log');
  const buttons = [...(counted.withFindings > 0 ? [problems] : []), details];
  const isWhole = result !== undefined && result.unread.length === 0;
  const show = isWhole ? vscode.window.showInformationMessage : vscode.window.showWarningMessage;
  const answer = await show(short, ...buttons);
  if (answer === problems) await vscode.commands.executeCommand('workbench.actions.view.problems');
  if (answer === details) log.show();
}
