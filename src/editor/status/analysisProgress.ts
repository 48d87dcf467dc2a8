import * as vscode from 'vscode';
import type { InferenceProgress } from '../../protocol/inference';
import { DisposableStore } from '../disposable';
import { VIEW, type PanelWebviews } from '../panel/panelWebviews';
import type { Analyses } from '../analysis/analyses';

/** Time in ms that the panel has to come into sight before a notification takes its part. */
const PANEL_MS = 700;

/**
 * Shows that an analysis runs: as a bar of the panel's view where that is seen, else as a
 * notification that can end it.
 */
export function registerProgress(analyses: Analyses, places: PanelWebviews): vscode.Disposable {
  const store = new DisposableStore();
  let end: (() => void) | undefined;
  let where: 'view' | 'window' | undefined;
  let timer: NodeJS.Timeout | undefined;

  const stop = (): void => {
    clearTimeout(timer);
    timer = undefined;
    end?.();
    end = undefined;
    where = undefined;
  };

  const start = (place: 'view' | 'window', uri: string): void => {
    stop();
    where = place;
    const location = place === 'view' ? { viewId: VIEW } : vscode.ProgressLocation.Notification;
    const state = analyses.state(uri);
    const title =
      state?.kind === 'loading' ? vscode.l10n.t('Analyzing {0}', state.name) : vscode.l10n.t('Analyzing');
    void vscode.window.withProgress(
      { location, title, cancellable: place === 'window' },
      (progress, token) =>
        new Promise<void>((resolve) => {
          token.onCancellationRequested(() => analyses.cancel());
          const listening = analyses.onDidChange((changed) => {
            const now = changed === uri ? analyses.state(uri) : undefined;
            if (now?.kind === 'loading' && now.progress)
              progress.report({ message: stageText(now.progress) });
          });
          end = () => {
            listening.dispose();
            resolve();
          };
        }),
    );
  };

  const review = (): void => {
    const uri = analyses.running;
    if (uri === undefined) return stop();
    if (places.visible) {
      if (where !== 'view') start('view', uri);
    } else if (where !== 'window') {
      timer ??= setTimeout(() => analyses.running !== undefined && start('window', uri), PANEL_MS);
    }
  };

  store.add(
    analyses.onDidStart(() => {
      stop();
      review();
    }),
  );
  store.add(analyses.onDidChange(review));
  store.add(places.onDidChangeVisibility(review));
  store.add({ dispose: stop });
  return store;
}

function stageText({ stage, done, total }: InferenceProgress): string {
  switch (stage) {
    case 'load':
      return vscode.l10n.t('loading the model');
    case 'check':
      return vscode.l10n.t('checking the model once');
    case 'tokenize':
      return vscode.l10n.t('reading tokens');
    case 'attention':
      return vscode.l10n.t('token {0} of {1}', done, total);
  }
}
