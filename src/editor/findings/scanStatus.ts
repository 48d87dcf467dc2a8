import * as vscode from 'vscode';
import { DisposableStore } from '../disposable';
import type { Scans } from './scans';

/**
 * Tells of the active document, in the language status, how many findings it has, whether all of it was
 * checked, and where it could not be: why, and what to do.
 */
export function registerScanStatus(scans: Scans): vscode.Disposable {
  const store = new DisposableStore();
  const item = store.add(vscode.languages.createLanguageStatusItem('attnscope.scan', []));
  item.name = vscode.l10n.t('Injection phrases');
  const update = (): void => {
    const document = vscode.window.activeTextEditor?.document;
    const status = document && statusOf(document, scans);
    item.selector = status ? { language: document.languageId } : [];
    if (!status) return;
    item.text = status.text;
    item.severity = status.severity ?? vscode.LanguageStatusSeverity.Information;
    item.detail = status.detail;
    item.command = status.command;
  };
  store.add(vscode.window.onDidChangeActiveTextEditor(update));
  store.add(
    scans.onDidChange((document) => {
      if (document === vscode.window.activeTextEditor?.document) update();
    }),
  );
  update();
  return store;
}

/** What is known of a document; nothing where it was not scanned, or edited since. */
function statusOf(
  document: vscode.TextDocument,
  scans: Scans,
):
  | (Partial<Pick<vscode.LanguageStatusItem, 'severity' | 'detail' | 'command'>> & { text: string })
  | undefined {
  const failure = scans.failure(document);
  if (failure !== undefined) {
    return {
      text: vscode.l10n.t('Not scanned'),
      severity: vscode.LanguageStatusSeverity.Error,
      detail: failure,
      command: { title: vscode.l10n.t('Scan again'), command: 'attnscope.scan' },
    };
  }
  const scan = scans.current(document);
  if (!scan) return undefined;
  const count = scan.findings.filter(({ suppressed }) => !suppressed).length;
  const text = count === 1 ? vscode.l10n.t('1 finding') : vscode.l10n.t('{0} findings', count);
  if (scan.checkedLength >= document.getText().length) return { text };
  return {
    text,
    severity: vscode.LanguageStatusSeverity.Warning,
    detail: vscode.l10n.t('Only the first {0} characters were checked.', scan.checkedLength),
    command: {
      title: vscode.l10n.t('Change the limit'),
      command: 'workbench.action.openSettings',
      arguments: ['attnscope.scan.maxLength'],
    },
  };
}
