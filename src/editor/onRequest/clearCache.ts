import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import * as vscode from 'vscode';
import type { Inference } from '../../protocol/borders/inference';
import { readableBytes } from './readableBytes';

/** Says how much disk the cache takes, asks, and has it removed, but for what other windows use of it. */
export async function clearCache(folder: string, inference: Inference): Promise<void> {
  const bytes = await bytesIn(folder);
  if (bytes === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('The cache is empty.'));
    return;
  }
  const clear = vscode.l10n.t('Clear');
  const answer = await vscode.window.showWarningMessage(
    vscode.l10n.t('The cache takes {0} of disk. Clear it?', readableBytes(bytes)),
    {
      modal: true,
      detail: vscode.l10n.t(
        'It holds converted models and what was found out about models. They are made again when they are needed, which takes time. Your own model files are left alone.',
      ),
    },
    clear,
  );
  if (answer !== clear) return;
  // It waits for what is being read.
  const title = vscode.l10n.t('Clearing the cache');
  await vscode.window.withProgress({ location: vscode.ProgressLocation.Notification, title }, () =>
    inference.request('clearCache', {}),
  );
  const left = await bytesIn(folder);
  const freed = readableBytes(bytes - left);
  void vscode.window.showInformationMessage(
    left === 0
      ? vscode.l10n.t('{0} were freed.', freed)
      : vscode.l10n.t('{0} were freed. {1} stay, which another window uses.', freed, readableBytes(left)),
  );
}

/** Bytes of all files below a folder; 0 where there is none. */
async function bytesIn(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile());
  const sizes = await Promise.all(
    files.map((file) =>
      stat(path.join(file.parentPath, file.name)).then(
        ({ size }) => size,
        () => 0,
      ),
    ),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}
