import path from 'node:path';
import * as vscode from 'vscode';
import type { InferenceState } from '../../inference/client/createInferenceClient';
import { quoted } from '../../protocol/plainText';
import type { Analyses } from '../analysis/analyses';
import type { ModelProcess } from '../model/modelProcess';
import { isMissing, ownModel } from '../model/modelOf';
import { isPromptDocument } from '../documents/promptDocument';
import { DisposableStore } from '../disposable';
import { onSettingsChange } from '../settings/readSettings';

/**
 * Shows the model and what it does in the status bar: while a prompt file is in the active editor, and
 * from the model's first use on.
 */
export function registerModelStatus(model: ModelProcess, analyses: Analyses): vscode.Disposable {
  const store = new DisposableStore();
  const item = store.add(
    vscode.window.createStatusBarItem('attnscope.model', vscode.StatusBarAlignment.Right, 90),
  );
  item.name = vscode.l10n.t('Attnscope Model');
  item.command = 'attnscope.chooseModel';

  // What the model calls itself, once it was read.
  let read: string | undefined;
  let used = false;
  // The path of the settings at which there is no model.
  let missing: string | undefined;

  const review = (): void => {
    const document = vscode.window.activeTextEditor?.document;
    if (used || (document && isPromptDocument(document))) item.show();
    else item.hide();
  };

  const draw = (): void => {
    const name = read ?? settingsName();
    const icon = missing === undefined ? ICONS[model.state] : 'warning';
    const shown = missing === undefined ? name : vscode.l10n.t('model not found');
    item.text = `$(${icon}) Attnscope: ${shown.replaceAll('$', '')}`;
    item.backgroundColor =
      missing === undefined ? undefined : new vscode.ThemeColor('statusBarItem.warningBackground');
    const told =
      missing === undefined
        ? vscode.l10n.t('Attnscope: model {0}, {1}', quoted(name), stateText(model.state))
        : vscode.l10n.t('Attnscope: there is no model at {0}. Click to choose another.', quoted(missing));
    const tooltip = new vscode.MarkdownString('', true);
    tooltip.isTrusted = { enabledCommands: ['attnscope.restartModel', 'attnscope.showLog'] };
    tooltip.appendText(told);
    tooltip.appendMarkdown(
      `\n\n[${vscode.l10n.t('Restart Model')}](command:attnscope.restartModel) · ` +
        `[${vscode.l10n.t('Show Log')}](command:attnscope.showLog)`,
    );
    item.tooltip = tooltip;
    item.accessibilityInformation = { label: told };
  };

  /** Looks whether the model of the settings is there. */
  const look = async (): Promise<void> => {
    const own = ownModel();
    const gone = own !== undefined && (await isMissing(own)) ? own : undefined;
    // The settings may be others by now.
    if (own !== ownModel() || gone === missing) return;
    missing = gone;
    draw();
  };

  store.add(
    model.onDidChangeState(() => {
      used = true;
      draw();
      review();
    }),
  );
  store.add(
    vscode.window.onDidChangeActiveTextEditor(() => {
      review();
      void look();
    }),
  );
  store.add(
    analyses.onDidChange((uri) => {
      const state = analyses.state(uri);
      if (state?.kind === 'error') void look();
      if (state?.kind !== 'result') return;
      read = state.analysis.shown.result.model.name;
      draw();
    }),
  );
  store.add(
    onSettingsChange((changed) => {
      if (!changed.has('model')) return;
      read = undefined;
      draw();
      void look();
    }),
  );
  draw();
  review();
  void look();
  return store;
}

/** The name of the model by the settings, before it was read. */
function settingsName(): string {
  const own = ownModel();
  return own === undefined ? vscode.l10n.t('bundled model') : path.basename(own);
}

/** None of them spins: spinning takes processor time from the model that it waits for. */
const ICONS: Record<InferenceState, string> = {
  stopped: 'circle-outline',
  starting: 'sync',
  ready: 'circle-filled',
  busy: 'sync',
  stopping: 'circle-outline',
};

function stateText(state: InferenceState): string {
  switch (state) {
    case 'stopped':
    case 'stopping':
      return vscode.l10n.t('not in memory');
    case 'starting':
      return vscode.l10n.t('starting');
    case 'ready':
      return vscode.l10n.t('in memory');
    case 'busy':
      return vscode.l10n.t('reading');
  }
}
