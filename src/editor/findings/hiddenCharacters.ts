import * as vscode from 'vscode';
import { DisposableStore } from '../disposable';
import { hiddenRuns, type HiddenRun } from '../../detection/fixes/hiddenRuns';
import type { Scans } from '../scans/scans';

/** Marks drawn in one editor; more would only slow it down. */
const MOST_MARKS = 1_000;

/**
 * Makes the hidden characters of scanned documents visible: VS Code turns its own marks off in
 * prompt files, where they matter most.
 */
export function registerHiddenCharacters(scans: Scans): vscode.Disposable {
  const store = new DisposableStore();
  const decoration = store.add(
    vscode.window.createTextEditorDecorationType({
      before: {
        color: new vscode.ThemeColor('editorWarning.foreground'),
        border: '1px solid',
        margin: '0 2px',
      },
    }),
  );
  const draw = (editor: vscode.TextEditor): void => {
    const { document } = editor;
    const scan = scans.current(document);
    const runs = scan ? hiddenRuns(document.getText().slice(0, scan.checkedLength), MOST_MARKS) : [];
    editor.setDecorations(
      decoration,
      runs.map((run) => ({
        range: new vscode.Range(document.positionAt(run.start), document.positionAt(run.end)),
        renderOptions: { before: { contentText: label(run) } },
      })),
    );
  };
  store.add(
    scans.onDidChange((document) => {
      for (const editor of vscode.window.visibleTextEditors) if (editor.document === document) draw(editor);
    }),
  );
  store.add(vscode.window.onDidChangeVisibleTextEditors((editors) => editors.forEach(draw)));
  return store;
}

/** `U+200B`, or `U+200B ×12` where more than one stand in a row. */
function label({ codePoint, count }: HiddenRun): string {
  const name = `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
  return count === 1 ? name : `${name} ×${count}`;
}
