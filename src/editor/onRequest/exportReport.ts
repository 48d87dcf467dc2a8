import * as vscode from 'vscode';
import { openAnalysis } from '../../protocol/analysis';
import type { Inference } from '../../protocol/borders/inference';
import { writeReport } from '../../report/writeReport';
import type { Analysis } from '../analysis/analysis';
import { saveFile } from '../panel/saveFile';

/** Writes an analysis with all its maps into one HTML file, where the person wants it. */
export async function exportReport(
  { shown, text, model, uri }: Analysis,
  inference: Inference,
  extension: vscode.Uri,
): Promise<void> {
  const result = openAnalysis(shown.result);
  const location = vscode.ProgressLocation.Notification;
  const title = vscode.l10n.t('Writing the report of {0}', shown.title);
  const html = await vscode.window.withProgress(
    { location, title, cancellable: true },
    async (progress, token) => {
      const abort = new AbortController();
      token.onCancellationRequested(() => abort.abort());
      const { signal } = abort;
      let told = 0;
      const onProgress = (share: number): void => {
        progress.report({ increment: 100 * (share - told) });
        told = share;
      };
      const file = (name: string) => vscode.Uri.joinPath(extension, 'dist', name).fsPath;
      const code = { script: file('report.js'), style: file('report.css') };
      const reported = { result, title: shown.title, text, mask: false, model };
      try {
        return await writeReport(inference, reported, code, { signal, onProgress });
      } catch (error) {
        if (signal.aborted) return undefined;
        throw error;
      }
    },
  );
  if (html !== undefined) await saveFile(`${shown.title}.html`, Buffer.from(html), uri);
}
