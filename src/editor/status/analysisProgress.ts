import * as vscode from 'vscode';
import { describeProgress } from '../../describe/progress';
import type { Analyses } from '../analysis/analyses';
import type { Analyzer } from '../analysis/analyzer';
import { DisposableStore } from '../disposable';
import { said } from '../translated';
import { VIEW, type PanelWebviews } from '../panel/panelWebviews';

/** Time in ms that the panel has to come into sight before a notification takes its part. */
const PANEL_MS = 700;

/**
 * Shows that an analysis runs: as a bar of the panel's view where that is seen, else as a notification
 * that can end it.
 */
export function registerAnalysisProgress(
  analyses: Analyses,
  analyzer: Analyzer,
  webviews: PanelWebviews,
): vscode.Disposable {
  const store = new DisposableStore();
  let shown: { where: 'view' | 'window'; uri: string; end(): void } | undefined;
  let timer: NodeJS.Timeout | undefined;

  const stop = (): void => {
    clearTimeout(timer);
    timer = undefined;
    shown?.end();
    shown = undefined;
  };

  const start = (where: 'view' | 'window'): void => {
    stop();
    const { running } = analyses;
    if (!running) return;
    const { uri, state } = running;
    const ended = new Promise<void>((end) => (shown = { where, uri, end }));
    const location = where === 'view' ? { viewId: VIEW } : vscode.ProgressLocation.Notification;
    const title = vscode.l10n.t('Analyzing {0}', state.target.name);
    void vscode.window.withProgress(
      { location, title, cancellable: where === 'window' },
      (progress, token) => {
        token.onCancellationRequested(() => analyzer.cancel());
        const listening = analyses.onDidChange((changed) => {
          const now = changed === uri ? analyses.state(uri) : undefined;
          if (now?.kind === 'loading' && now.progress)
            progress.report({ message: said(describeProgress(now.progress)) });
        });
        return ended.finally(() => listening.dispose());
      },
    );
  };

  const review = (): void => {
    const { running } = analyses;
    if (!running || (shown && shown.uri !== running.uri)) stop();
    if (!running) return;
    if (webviews.visible) {
      if (shown?.where !== 'view') start('view');
    } else if (shown?.where !== 'window') {
      timer ??= setTimeout(() => start('window'), PANEL_MS);
    }
  };

  store.add(analyses.onDidChange(review));
  store.add(webviews.onDidChangeVisibility(review));
  store.add({ dispose: stop });
  return store;
}
