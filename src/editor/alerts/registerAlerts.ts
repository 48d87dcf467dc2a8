import * as vscode from 'vscode';
import { commandsOnRequest } from '../commands/registerCommand';
import type { AnalysisParts } from '../commands/runAnalysis';
import { DisposableStore } from '../disposable';
import type { Scanner } from '../scanner/scanner';
import { onSettingsChange } from '../settings/readSettings';
import { baselineOf } from './alertSettings';
import type { Alerts } from './alerts';
import type { AlertNode } from './list/alertTree';

/** The view of alerts, as package.json names it. */
const VIEW = 'attnscope.alerts';

const COMMANDS = [
  'fitBaseline',
  'checkPrompt',
  'showAlerts',
  'openAlert',
  'openAlertLog',
  'clearAlerts',
  'copyAlert',
  'groupAlertsByInput',
  'groupAlertsByDay',
];

/**
 * Registers the monitor: each analysis is checked against the baseline of the settings, and alerts are listed, told of
 * and led to their cause. What does so is loaded with the first check, the first look at the list or the first command.
 */
export function registerAlerts(
  parts: AnalysisParts,
  context: vscode.ExtensionContext,
  scanner: Scanner,
): vscode.Disposable {
  const store = new DisposableStore();
  const changed = store.add(new vscode.EventEmitter<void>());
  let loaded: Promise<Alerts> | undefined;
  const load = (): Promise<Alerts> =>
    (loaded ??= import('../onRequest/onRequest').then(({ createAlerts }) => {
      const alerts = store.add(createAlerts(parts, context, scanner, view));
      store.add(alerts.tree.onDidChange(() => changed.fire()));
      return alerts;
    }));
  const treeDataProvider: vscode.TreeDataProvider<AlertNode> = {
    onDidChangeTreeData: changed.event,
    getChildren: async (node) => (await load()).tree.getChildren(node),
    getTreeItem: async (node) => (await load()).tree.getTreeItem(node),
  };
  const view = store.add(vscode.window.createTreeView(VIEW, { treeDataProvider }));
  const command = commandsOnRequest(store);
  for (const name of COMMANDS)
    command(`attnscope.${name}`, async (_, argument) => (await load()).commands[name]!(argument));
  store.add(
    parts.analyses.onDidChange((uri) => {
      const state = parts.analyses.state(uri);
      if (baselineOf(vscode.Uri.parse(uri)) !== undefined && state)
        void load().then(({ checks }) => checks.review(uri, state));
    }),
  );
  const review = (): void => {
    const isSet = baselineOf() !== undefined;
    void vscode.commands.executeCommand('setContext', 'attnscope.monitored', isSet);
  };
  store.add(onSettingsChange((section) => section.has('monitor') && review()));
  review();
  return store;
}
