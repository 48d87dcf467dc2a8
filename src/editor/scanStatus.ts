import * as vscode from 'vscode';
import { DisposableStore } from './disposable';
import type { Scans } from './scans';

/** Tells of the active document, in the language status, how many findings it has and whether all of it was checked. */
export function registerScanStatus(scans: Scans): vscode.Disposable {
  const store = new DisposableStore();
  const item = store.add(vscode.languages.createLanguageStatusItem('attnscope.scan', []));
  item.name = vscode.l10n.t('Injection phrases');
  const update = (): void => {
    const document = vscode.window.activeTextEditor?.document;
    const scan = document && scans.current(document);
    item.selector = scan ? { language: document.languageId } : [];
    if (!scan) return;
    item.severity = vscode.LanguageStatusSeverity.Information;
    item.detail = undefined;
    item.command = undefined;
    const count = scan.findings.filter(({ suppressed }) => !suppressed).length;
    item.text = count === 1 ? vscode.l10n.t('1 finding') : vscode.l10n.t('{0} findings', count);
    if (scan.checkedLength < document.getText().length) {
      item.severity = vscode.LanguageStatusSeverity.Warning;
      item.detail = vscode.l10n.t('Only the first {0} characters were checked.', scan.checkedLength);
      item.command = {
        title: vscode.l10n.t('Change the limit'),
        command: 'workbench.action.openSettings',
        arguments: ['attnscope.scan.maxLength'],
      };
    }
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
