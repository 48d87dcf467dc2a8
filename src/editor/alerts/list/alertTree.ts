import * as vscode from 'vscode';
import type { Alert } from '../../../protocol/measured/alert';
import { plainText } from '../../../protocol/plainText';
import { DisposableStore } from '../../disposable';
import type { AlertList } from './alertList';
import { alertText } from './alertText';

/** Longest name of an input, UTF-16 code units. */
const LONGEST_NAME = 80;

export type Grouping = 'day' | 'input';

/** A day or an input, and its alerts. */
interface Group {
  key: string;
  label: string;
  alerts: Alert[];
}
export type AlertNode = Group | Alert;

/** Lists alerts by day or by input; each opens at its cause. */
export class AlertTree implements vscode.Disposable {
  private readonly store = new DisposableStore();
  private readonly changed = this.store.add(new vscode.EventEmitter<void>());
  private grouping: Grouping = 'day';

  /** Tells that there is something else to list. */
  readonly onDidChange = this.changed.event;

  constructor(
    private readonly list: AlertList,
    private readonly view: vscode.TreeView<unknown>,
    /** Lists what the log holds, once somebody looks. */
    private readonly readOnce: () => Promise<void>,
  ) {
    this.store.add(list.onDidChange(() => this.review()));
    this.store.add(view.onDidChangeVisibility(() => this.review()));
  }

  group(grouping: Grouping): void {
    this.grouping = grouping;
    this.changed.fire();
  }

  getChildren(node?: AlertNode): AlertNode[] {
    if (node) return 'alerts' in node ? node.alerts : [];
    // Not waited for: a change that is told while children are asked for is lost to the list.
    void this.readOnce();
    return groupsOf(this.list.alerts, this.grouping);
  }

  getTreeItem(node: AlertNode): vscode.TreeItem {
    return 'alerts' in node ? groupItem(node, this.grouping) : alertItem(node);
  }

  dispose(): void {
    this.store.dispose();
  }

  private review(): void {
    const { unseen } = this.list;
    if (this.view.visible && unseen > 0) return this.list.see();
    this.view.badge = unseen > 0 ? { value: unseen, tooltip: countOf(unseen) } : undefined;
    this.changed.fire();
  }
}

/** A number of alerts in words. */
export const countOf = (count: number): string =>
  count === 1 ? vscode.l10n.t('1 alert') : vscode.l10n.t('{0} alerts', count);

/** What an alert is about, by its name. */
export function inputName({ input }: Alert): string {
  const path = input.uri === undefined ? String(input.id) : vscode.Uri.parse(input.uri).path;
  const name = plainText(path.slice(path.lastIndexOf('/') + 1) || path, LONGEST_NAME);
  return input.line === undefined ? name : vscode.l10n.t('{0}, line {1}', name, input.line);
}

function groupsOf(alerts: readonly Alert[], grouping: Grouping): Group[] {
  const groups = new Map<string, Group>();
  for (const alert of alerts) {
    const day = new Date(alert.time).toLocaleDateString(vscode.env.language, { dateStyle: 'full' });
    const label = grouping === 'day' ? day : inputName(alert);
    const key = grouping === 'day' ? day : (alert.input.uri ?? String(alert.input.id));
    const group = groups.get(key) ?? { key, label, alerts: [] };
    groups.set(key, group);
    group.alerts.push(alert);
  }
  return [...groups.values()];
}

function groupItem({ key, label, alerts }: Group, grouping: Grouping): vscode.TreeItem {
  const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Expanded);
  item.id = `${grouping} ${key}`;
  item.description = countOf(alerts.length);
  item.iconPath = new vscode.ThemeIcon(grouping === 'day' ? 'calendar' : 'file');
  item.accessibilityInformation = { label: `${label}, ${countOf(alerts.length)}` };
  return item;
}

function alertItem(alert: Alert): vscode.TreeItem {
  const why = alertText(alert);
  const item = new vscode.TreeItem(inputName(alert));
  const time = new Date(alert.time).toLocaleTimeString(vscode.env.language, { timeStyle: 'short' });
  item.id = alert.id;
  item.description = `${time} · ${why}`;
  item.iconPath = new vscode.ThemeIcon(alert.stream ? 'pulse' : 'bell');
  item.tooltip = `${inputName(alert)}\n${new Date(alert.time).toLocaleString(vscode.env.language)}\n${why}`;
  item.contextValue = 'alert';
  item.command = {
    command: 'attnscope.openAlert',
    title: vscode.l10n.t('Show the Cause'),
    arguments: [alert],
  };
  item.accessibilityInformation = {
    label: vscode.l10n.t('Alert: {0}, {1}. {2}', inputName(alert), time, why),
  };
  return item;
}
