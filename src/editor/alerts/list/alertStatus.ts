import * as vscode from 'vscode';
import { DisposableStore } from '../../disposable';
import type { AlertList } from './alertList';
import { countOf } from './alertTree';

/** Shows in the status bar how many alerts there are, while a baseline is set; a click lists them. */
export class AlertStatus implements vscode.Disposable {
  private readonly store = new DisposableStore();
  private readonly item = this.store.add(
    vscode.window.createStatusBarItem('attnscope.alerts', vscode.StatusBarAlignment.Right, 89),
  );
  /** Why prompts are not checked; nothing where they are. */
  private trouble: string | undefined;

  constructor(private readonly list: AlertList) {
    this.item.name = vscode.l10n.t('Attnscope Alerts');
    this.item.command = 'attnscope.showAlerts';
    this.store.add(list.onDidChange(() => this.draw()));
    this.draw();
  }

  show(isShown: boolean): void {
    if (isShown) this.item.show();
    else this.item.hide();
  }

  /** Says why a prompt could not be checked, until one is. */
  tell(trouble: string | undefined): void {
    this.trouble = trouble;
    this.draw();
  }

  dispose(): void {
    this.store.dispose();
  }

  private draw(): void {
    const { alerts, unseen, isRead } = this.list;
    const counts = !isRead
      ? vscode.l10n.t('Attnscope: show alerts')
      : unseen > 0
        ? vscode.l10n.t('Attnscope: {0}, {1} of them new', countOf(alerts.length), unseen)
        : vscode.l10n.t('Attnscope: {0}', countOf(alerts.length));
    const icon = this.trouble === undefined ? (unseen > 0 ? 'bell-dot' : 'bell') : 'warning';
    this.item.text = isRead ? `$(${icon}) ${alerts.length}` : `$(${icon})`;
    this.item.tooltip = this.trouble === undefined ? counts : `${counts}\n${this.trouble}`;
    this.item.accessibilityInformation = { label: [counts, this.trouble].filter(Boolean).join('. ') };
    this.item.backgroundColor =
      unseen > 0 ? new vscode.ThemeColor('statusBarItem.warningBackground') : undefined;
  }
}
