import * as vscode from 'vscode';
import type { Unseen } from '../../protocol/borders/scanner';
import { DisposableStore } from '../disposable';
import type { Scans } from '../scans/scans';

/**
 * Marks what readers of the page do not see, and a model reads: text that a style hides, with a label before it, and
 * comments that say something. The label is short: VS Code wraps lines as if it were not there.
 */
export function registerUnseenText(scans: Scans): vscode.Disposable {
  const store = new DisposableStore();
  const types: Record<Unseen['by'], vscode.TextEditorDecorationType> = {
    style: store.add(decorationOf('editorWarning.foreground', { contentText: vscode.l10n.t('hidden') })),
    comment: store.add(decorationOf('editorInfo.foreground')),
  };
  const draw = (editor: vscode.TextEditor): void => {
    const { document } = editor;
    const unseen = scans.current(document)?.unseen ?? [];
    for (const by of ['style', 'comment'] as const) {
      const ranges = unseen
        .filter((one) => one.by === by)
        .map(({ start, end }) => ({
          range: new vscode.Range(document.positionAt(start), document.positionAt(end)),
          hoverMessage: told(by),
        }));
      editor.setDecorations(types[by], ranges);
    }
  };
  store.add(
    scans.onDidChange((document) => {
      for (const editor of vscode.window.visibleTextEditors) if (editor.document === document) draw(editor);
    }),
  );
  store.add(vscode.window.onDidChangeVisibleTextEditors((editors) => editors.forEach(draw)));
  return store;
}

function decorationOf(color: string, label?: { contentText: string }): vscode.TextEditorDecorationType {
  const themed = new vscode.ThemeColor(color);
  return vscode.window.createTextEditorDecorationType({
    borderWidth: '0 0 1px 0',
    borderStyle: 'dashed',
    borderColor: themed,
    overviewRulerColor: themed,
    overviewRulerLane: vscode.OverviewRulerLane.Left,
    ...(label && { before: { ...label, color: themed, border: '1px solid', margin: '0 4px 0 0' } }),
  });
}

function told(by: Unseen['by']): string {
  return by === 'style'
    ? vscode.l10n.t('Its style hides this text from readers of the page; a model reads it.')
    : vscode.l10n.t('Readers of the page do not see this comment; a model reads it.');
}
