import * as vscode from 'vscode';
import { isPromptDocument } from '../documents/promptDocument';
import { DisposableStore } from '../disposable';
import { onSettingsChange, readSettings } from '../settings/readSettings';

/** Offers the analysis above the first line of prompt files, where the setting asks for it. */
export function registerCodeLens(): vscode.Disposable {
  const store = new DisposableStore();
  const changed = store.add(new vscode.EventEmitter<void>());
  store.add(
    vscode.languages.registerCodeLensProvider('*', {
      onDidChangeCodeLenses: changed.event,
      provideCodeLenses(document) {
        if (!readSettings(document.uri).editor.codeLens || !isPromptDocument(document)) return [];
        return [
          new vscode.CodeLens(new vscode.Range(0, 0, 0, 0), {
            title: vscode.l10n.t('Analyze attention'),
            command: 'attnscope.analyze',
            // As from the explorer: all of the document.
            arguments: [document.uri, [document.uri]],
          }),
        ];
      },
    }),
  );
  store.add(onSettingsChange((sections) => sections.has('editor') && changed.fire()));
  return store;
}
