import path from 'node:path';
import * as vscode from 'vscode';
import { DisposableStore } from '../../disposable';
import type { AlertList } from './alertList';
import { listAlerts } from './listAlerts';
import { logOf } from '../alertSettings';

const CLEARED = 'attnscope.alerts.cleared';

/** Pause in ms after which a log that is being written is read. */
const READ_AFTER = 300;

/** Keeps the list of alerts as the log has them, whoever writes it, from when they are first asked for. */
export class AlertFile implements vscode.Disposable {
  private readonly store = new DisposableStore();
  private watched: { file: string; store: DisposableStore } | undefined;
  /** The reading that was asked for last. */
  private last: Promise<void> | undefined;

  constructor(
    private readonly list: AlertList,
    private readonly storage: vscode.Uri,
    private readonly memento: vscode.Memento,
    private readonly log: vscode.LogOutputChannel,
  ) {
    this.store.add({ dispose: () => this.watched?.store.dispose() });
  }

  /** The log of the document at hand. */
  get path(): string {
    return logOf(this.storage, vscode.window.activeTextEditor?.document.uri);
  }

  /** Lists what the log holds, where that was not done yet. Never rejects. */
  readonly readOnce = (): Promise<void> => this.last ?? this.read();

  /** Lists what the log holds, and says what is wrong with it; one reading after the other. Never rejects. */
  read(): Promise<void> {
    this.last = (this.last ?? Promise.resolve()).then(() => this.listLog());
    return this.last;
  }

  private async listLog(): Promise<void> {
    try {
      const file = this.path;
      // Before it is read: what is written meanwhile is told, and read after it.
      this.watch(file);
      const { alerts, bad } = await listAlerts(file, this.memento.get<string>(CLEARED) ?? '');
      for (const line of bad) this.log.warn(line);
      this.list.set(alerts);
    } catch (error) {
      this.log.warn(String(error));
    }
  }

  /** Takes all alerts of by now from the list; the log keeps them. */
  async clear(): Promise<void> {
    await this.memento.update(CLEARED, new Date().toISOString());
    this.list.clear();
  }

  dispose(): void {
    this.store.dispose();
  }

  private watch(file: string): void {
    if (this.watched?.file === file) return;
    this.watched?.store.dispose();
    const { dir, base } = path.parse(file);
    const store = new DisposableStore();
    this.watched = { file, store };
    const folder = new vscode.RelativePattern(vscode.Uri.file(dir), base);
    const watcher = store.add(vscode.workspace.createFileSystemWatcher(folder));
    let timer: NodeJS.Timeout | undefined;
    const later = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => void this.read(), READ_AFTER);
    };
    store.add(watcher.onDidChange(later));
    store.add(watcher.onDidCreate(later));
    store.add({ dispose: () => clearTimeout(timer) });
  }
}
