import * as vscode from 'vscode';
import { shadeScale, shadeStep } from '../../attention/shadeScale';
import { meanReading } from '../../attention/standing';
import { openAnalysis } from '../../protocol/analysis';
import type { AnalysisResult } from '../../protocol/analysis';
import type { Analysis } from '../analysis/analysis';
import { DisposableStore } from '../disposable';

/** Height in CSS px of the bar below a token, which tells its step without colour. */
const BARS = [0, 0, 1, 2, 3];

/**
 * Shades an analysed text in its editors by what is attended to from the reading position, the sink taken out, until
 * it is disposed. `onEdit`: the text is no longer the one that was read.
 */
export function shadeEditor({ uri, place, shown }: Analysis, onEdit: () => void): vscode.Disposable {
  const store = new DisposableStore();
  const key = uri.toString();
  const result = openAnalysis(shown.result);
  const steps = shadeSteps(result);
  const types = BARS.map((bar, step) =>
    store.add(
      vscode.window.createTextEditorDecorationType({
        backgroundColor: new vscode.ThemeColor(`attnscope.shade${step + 1}`),
        ...(bar > 0 && {
          borderStyle: 'solid',
          borderWidth: `0 0 ${bar}px 0`,
          borderColor: new vscode.ThemeColor('charts.blue'),
        }),
      }),
    ),
  );
  const draw = (): void => {
    for (const editor of vscode.window.visibleTextEditors) {
      const { document } = editor;
      if (document.uri.toString() !== key) continue;
      for (const [at, type] of types.entries()) {
        const ranges = result.tokens.flatMap(({ start, end }, token) =>
          start === null || end === null || steps[token] !== at + 1
            ? []
            : [
                new vscode.Range(
                  document.positionAt(place.start + start),
                  document.positionAt(place.start + end),
                ),
              ],
        );
        editor.setDecorations(type, ranges);
      }
    }
  };
  store.add(vscode.window.onDidChangeVisibleTextEditors(draw));
  store.add(
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (document.uri.toString() === key && contentChanges.length > 0) onEdit();
    }),
  );
  draw();
  return store;
}

/** `[token]`: 0 for no shade, else its step, counted from 1. Mean of all layers. */
export function shadeSteps({ attention }: Pick<AnalysisResult, 'attention'>): number[] {
  const means = meanReading(attention.reading.perLayer, attention.sink);
  const scale = shadeScale(means.reduce((most, weight) => Math.max(most, weight), 0));
  return Array.from(means, (weight) => shadeStep(scale, weight));
}
