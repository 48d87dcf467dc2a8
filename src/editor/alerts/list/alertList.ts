import * as vscode from 'vscode';
import type { Alert } from '../../../protocol/measured/alert';

/** Most alerts that are listed; the log holds them all. */
export const MOST_LISTED = 500;

/** The alerts that are listed, the newest first, and how many of them nobody has seen yet. */
export class AlertList implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.changed.event;

  alerts: readonly Alert[] = [];
  unseen = 0;
  /** Whether the log was read: before that nothing is known of it. */
  isRead = false;

  /** Lists what a log holds. */
  set(alerts: readonly Alert[]): void {
    const known = new Set(this.alerts.map(({ id }) => id));
    // What was there before VS Code started is not news.
    if (this.isRead) this.unseen += alerts.filter(({ id }) => !known.has(id)).length;
    this.alerts = alerts.slice(0, MOST_LISTED);
    this.isRead = true;
    this.changed.fire();
  }

  add(alert: Alert): void {
    if (this.alerts.some(({ id }) => id === alert.id)) return;
    this.alerts = [alert, ...this.alerts].slice(0, MOST_LISTED);
    this.unseen += 1;
    this.changed.fire();
  }

  clear(): void {
    this.alerts = [];
    this.unseen = 0;
    this.changed.fire();
  }

  /** The person looks at them. */
  see(): void {
    if (this.unseen === 0) return;
    this.unseen = 0;
    this.changed.fire();
  }

  dispose(): void {
    this.changed.dispose();
  }
}
