import * as vscode from 'vscode';
import { shadeScale, shadeStep } from '../../attention/shadeScale';
import { meanReading } from '../../attention/standing';
import { openAnalysis } from '../../protocol/analysis';
import type { Inference } from '../../protocol/borders/inference';
import type { Analysis } from '../analysis/analysis';
import { DisposableStore } from '../disposable';

/** Height in CSS px of the bar below a token, which tells its step without colour. */
const BARS = [0, 0, 1, 2, 3];

/** An analysed text that is shaded in its editors, until it is disposed. */
export interface Shading extends vscode.Disposable {
  /**
   * Shades by what a token attends to, mean of all layers; from the reading position where `null`.
   *
   * @throws AttnscopeError as requests for maps do
   */
  show(token: number | null): Promise<void>;
}

/** Shades an analysed text, the sink taken out. `onEdit`: the text is no longer the one that was read. */
export function shadeEditor(analysis: Analysis, inference: Inference, onEdit: () => void): Shading {
  const { uri, place, shown } = analysis;
  const store = new DisposableStore();
  const key = uri.toString();
  const result = openAnalysis(shown.result);
  const { sink, reading } = result.attention;
  let steps: readonly number[] = [];
  /** The token that was asked for last. */
  let wanted: number | null = null;
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
  return {
    async show(token) {
      wanted = token;
      const rows = token === null ? reading.perLayer : await rowsOf(analysis, inference, token);
      if (wanted !== token) return;
      steps = shadeSteps(rows, sink);
      draw();
    },
    dispose: () => store.dispose(),
  };
}

/** `[layer, token]`: what a token attends to, mean of heads. */
async function rowsOf(
  { shown, model, tokenIds }: Analysis,
  inference: Inference,
  token: number,
): Promise<number[][]> {
  const layers = Array.from({ length: shown.result.model.layers }, (_, layer) => layer);
  const row = { firstQuery: token, endQuery: token + 1, pool: 1 };
  const { values, columns } = await inference.request(
    'maps',
    { model, tokenIds, layers, heads: ['mean'], ...row },
    { letRun: true, ahead: true },
  );
  return layers.map((layer) => Array.from(values.subarray(layer * columns, (layer + 1) * columns)));
}

/** `[token]`: 0 for no shade, else its step, counted from 1. Mean of all layers, `[layer, token]`. */
export function shadeSteps(perLayer: readonly (readonly number[])[], sink: number | null): number[] {
  const means = meanReading(perLayer, sink);
  const scale = shadeScale(means.reduce((most, weight) => Math.max(most, weight), 0));
  return Array.from(means, (weight) => shadeStep(scale, weight));
}
