import * as vscode from 'vscode';
import { commandDocument } from '../documents/commandDocument';
import { onDidCloseForGood, onDidSaveUntitled } from '../documents/documentLife';
import { openDocument } from '../documents/openDocuments';
import { DisposableStore } from '../disposable';
import { readSettings, onSettingsChange } from '../settings/readSettings';
import { whyUnchecked } from './checkedDocuments';
import { SETTINGS_FILE, type FolderDecisions } from './folderDecisions';
import type { DocumentScan, Scans } from './scans';
import { scanSummary } from './scanSummary';

/** Pause in typing, in ms, after which a document is checked again. */
const TYPING_PAUSE_MS = 150;

/** Documents whose findings are shown elsewhere, by their URIs: they are to be marked in the text too. */
export interface ListedDocuments {
  readonly onDidChange: vscode.Event<string>;
  state(uri: string): object | undefined;
}

/**
 * Scans prompt documents, and those that the settings of their folders include, but none that they exclude, when they
 * are opened, and again when typing pauses. A document that was scanned on request counts as a prompt until it is closed, and so does the file it is saved as; one
 * whose findings are `listed` does as long as they are.
 */
export function registerScanning(
  scans: Scans,
  listed: ListedDocuments,
  decisions: Pick<FolderDecisions, 'of' | 'forget' | 'onDidLearn'>,
  log: vscode.LogOutputChannel,
): vscode.Disposable {
  const store = new DisposableStore();
  const timers = new Map<string, NodeJS.Timeout>();
  /** Documents whose scan was asked for. */
  const asked = new Set<string>();
  /** Documents that were listed when they were looked at last. */
  const known = new Set<string>();

  const stopTimer = (key: string): void => {
    clearTimeout(timers.get(key));
    timers.delete(key);
  };

  /** A scan that fails is told in the language status of its document, from what is kept of it. */
  const scan = async (document: vscode.TextDocument, afresh = false): Promise<DocumentScan | undefined> => {
    stopTimer(document.uri.toString());
    try {
      return await scans.scan(document, afresh);
    } catch (error) {
      log.error(error instanceof Error ? error.message : String(error));
      return undefined;
    }
  };

  const review = (document: vscode.TextDocument): void => {
    const decided = decisions.of(document);
    // What is excluded is not to show findings until that is known.
    if (decided === undefined) return;
    const settings = readSettings(document.uri);
    const checked = whyUnchecked(document, settings, decided) === undefined;
    const key = document.uri.toString();
    const wanted = asked.has(key) || listed.state(key) !== undefined;
    if (checked || (wanted && !settings.scan.paused)) void scan(document);
    else scans.forget(document);
  };

  /** Whether a document is a prompt is asked after the pause too: of a long one that takes longer than a key. */
  const reviewAfter = (document: vscode.TextDocument, delay: number): void => {
    const key = document.uri.toString();
    stopTimer(key);
    timers.set(
      key,
      setTimeout(() => review(document), delay),
    );
  };

  const close = (document: vscode.TextDocument): void => {
    stopTimer(document.uri.toString());
    scans.forget(document);
  };

  const reviewAll = (): void =>
    vscode.workspace.textDocuments.forEach((document) => reviewAfter(document, 0));

  store.add(vscode.workspace.onDidOpenTextDocument((document) => reviewAfter(document, 0)));
  store.add(vscode.workspace.onDidCloseTextDocument(close));
  store.add(onDidCloseForGood((uri) => asked.delete(uri.toString())));
  store.add(
    onDidSaveUntitled((untitled, file) => {
      if (!asked.has(untitled.uri.toString())) return;
      asked.add(file.uri.toString());
      reviewAfter(file, 0);
    }),
  );
  store.add(
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0) reviewAfter(document, TYPING_PAUSE_MS);
    }),
  );
  store.add(
    listed.onDidChange((uri) => {
      const isListed = listed.state(uri) !== undefined;
      if (isListed === known.has(uri)) return;
      if (isListed) known.add(uri);
      else known.delete(uri);
      const document = openDocument(uri);
      if (document && !scans.current(document)) reviewAfter(document, 0);
    }),
  );
  store.add(
    decisions.onDidLearn((document) => {
      if (!document.isClosed) review(document);
    }),
  );
  store.add(onSettingsChange((changed) => changed.has('scan') && reviewAll()));
  const settingsFiles = store.add(vscode.workspace.createFileSystemWatcher(`**/${SETTINGS_FILE}`));
  for (const event of [settingsFiles.onDidCreate, settingsFiles.onDidChange, settingsFiles.onDidDelete])
    store.add(
      event(() => {
        decisions.forget();
        reviewAll();
      }),
    );
  store.add({ dispose: () => timers.forEach((timer) => clearTimeout(timer)) });
  store.add(
    vscode.commands.registerCommand('attnscope.scan', async (argument?: unknown, selected?: unknown) => {
      const document = (await commandDocument(argument, selected))?.document;
      if (!document) {
        void vscode.window.showInformationMessage(
          vscode.l10n.t('Open a document first: there is none to scan.'),
        );
        return;
      }
      asked.add(document.uri.toString());
      const found = await scan(document, true);
      const failure = scans.failure(document);
      if (found) {
        void vscode.window.showInformationMessage(scanSummary(found, document.getText().length));
      } else if (failure !== undefined) void vscode.window.showErrorMessage(failure);
    }),
  );
  reviewAll();
  return store;
}
