import * as vscode from 'vscode';
import type { AnalysisParts } from '../commands/runAnalysis';
import { DisposableStore } from '../disposable';
import type { Scanner } from '../scanner/scanner';
import { onSettingsChange } from '../settings/readSettings';
import { alertCommands } from './alertCommands';
import { baselineOf } from './alertSettings';
import { Checks } from './check/checks';
import { AlertFile } from './list/alertFile';
import { AlertList } from './list/alertList';
import { AlertNotice } from './list/alertNotice';
import { AlertStatus } from './list/alertStatus';
import { AlertTree, type Grouping } from './list/alertTree';

const GROUPING = 'attnscope.alerts.grouping';

/** What the monitor is made of in a window, once it is first needed. */
export interface Alerts extends vscode.Disposable {
  readonly checks: Checks;
  readonly tree: AlertTree;
  /** The commands about it, by their names after `attnscope.`. */
  readonly commands: Readonly<Record<string, (argument: unknown) => unknown>>;
}

/** Makes the list of alerts, what fills it and what tells of it. `view`: where it is shown. */
export function createAlerts(
  parts: AnalysisParts,
  context: vscode.ExtensionContext,
  scanner: Scanner,
  view: vscode.TreeView<unknown>,
): Alerts {
  const { globalStorageUri: storage, workspaceState: memento, extension, extensionUri } = context;
  const { model: inference, log } = parts;
  const store = new DisposableStore();
  const list = store.add(new AlertList());
  const status = store.add(new AlertStatus(list));
  const file = store.add(new AlertFile(list, storage, memento, log));
  const tree = store.add(new AlertTree(list, view, file.readOnce));
  const notice = new AlertNotice((alert) => vscode.commands.executeCommand('attnscope.openAlert', alert));
  const checks = store.add(new Checks({ inference, list, status, storage, log, file, notice }));
  const { version } = extension.packageJSON as { version: string };
  const bundledModel = vscode.Uri.joinPath(extensionUri, 'media', 'model').fsPath;
  const installed = { bundledModel, version };

  const group = async (by: Grouping): Promise<void> => {
    tree.group(by);
    await memento.update(GROUPING, by);
    await vscode.commands.executeCommand('setContext', 'attnscope.alertsBy', by);
  };
  void group(memento.get<Grouping>(GROUPING) ?? 'day');
  const review = (): void => status.show(baselineOf() !== undefined);
  store.add(
    onSettingsChange((changed) => {
      if (!changed.has('monitor')) return;
      review();
      void file.read();
    }),
  );
  review();
  const commands = {
    ...alertCommands(parts, { list, file, checks, scanner, installed }),
    groupAlertsByInput: () => group('input'),
    groupAlertsByDay: () => group('day'),
  };
  return { checks, tree, commands, dispose: () => store.dispose() };
}
