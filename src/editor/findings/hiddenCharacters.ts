import * as vscode from 'vscode';
import type { HiddenText } from '../../protocol/finding';
import { DisposableStore } from '../disposable';
import type { Scans } from '../scans/scans';

/**
 * Makes the hidden characters of scanned documents visible where VS Code does not: it turns its own marks off in
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
    const hidden = scans.current(document)?.hidden ?? [];
    const isDrawn = drawnByEditor(document);
    editor.setDecorations(
      decoration,
      hidden
        .filter(({ kinds }) => !kinds.every(({ codePoint }) => isDrawn(codePoint)))
        .map((run) => ({
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
  store.add(
    vscode.workspace.onDidChangeConfiguration(
      (event) => event.affectsConfiguration('editor') && vscode.window.visibleTextEditors.forEach(draw),
    ),
  );
  return store;
}

/** Which characters VS Code itself makes visible in a document, by the settings that hold there. */
function drawnByEditor(document: vscode.TextDocument): (codePoint: number) => boolean {
  const editor = vscode.workspace.getConfiguration('editor', document);
  const controls = editor.get('renderControlCharacters') === true;
  const invisible = editor.get('unicodeHighlight.invisibleCharacters') === true;
  return (codePoint) => (isControl(codePoint) ? controls : invisible && codePoint > 0x9f);
}

/** Control codes of ASCII, and those of the direction of text: what `editor.renderControlCharacters` is about. */
function isControl(codePoint: number): boolean {
  return (
    codePoint < 0x80 ||
    codePoint === 0x61c ||
    /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/.test(String.fromCodePoint(codePoint))
  );
}

/** `U+200B`, or `U+200B ×12` where more than one stand in a row. */
function label({ kinds }: HiddenText): string {
  const count = kinds.reduce((sum, kind) => sum + kind.count, 0);
  const name = codePointName(kinds[0]!.codePoint);
  return count === 1 ? name : `${name} ×${count}`;
}

/** A code point as Unicode writes it. */
export const codePointName = (codePoint: number): string =>
  `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
