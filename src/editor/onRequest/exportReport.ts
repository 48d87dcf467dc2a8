import { readFile } from 'node:fs/promises';
import * as vscode from 'vscode';
import { openAnalysis } from '../../protocol/analysis';
import type { Inference } from '../../protocol/borders/inference';
import { buildReport } from '../../report/html';
import { collectReportMaps, type FetchMaps } from '../../report/reportMaps';
import type { Analysis } from '../analysis/analysis';
import { saveFile } from '../panel/saveFile';

/** Writes an analysis with all its maps into one HTML file, where the person wants it. */
export async function exportReport(
  { shown, text, model, tokenIds }: Analysis,
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
      const fetch: FetchMaps = (request, onPart) =>
        inference.request(
          'maps',
          { ...request, model, tokenIds },
          { signal, onProgress: (part) => part.stage === 'attention' && onPart?.(part) },
        );
      let told = 0;
      const onProgress = (share: number): void => {
        progress.report({ increment: 100 * (share - told) });
        told = share;
      };
      try {
        const maps = await collectReportMaps(result, fetch, { onProgress });
        const [appJs, css] = await Promise.all(
          ['report.js', 'report.css'].map((name) =>
            readFile(vscode.Uri.joinPath(extension, 'dist', name).fsPath, 'utf8'),
          ),
        );
        return buildReport({ title: shown.title, result, text, maps, mask: false, appJs: appJs!, css: css! });
      } catch (error) {
        if (signal.aborted) return undefined;
        throw error;
      }
    },
  );
  if (html !== undefined) await saveFile(`${shown.title}.html`, Buffer.from(html));
}
