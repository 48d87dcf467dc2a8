import { beforeEach, expect, it, vi } from 'vitest';
import type { Analysis } from '../../../../src/editor/analysis/analysis';
import type { Inference } from '../../../../src/protocol/borders/inference';

const { vscode, open, show } = await vi.hoisted(async () => (await import('../fakeDocuments')).fakeWindow());
const edited: ((event: unknown) => void)[] = [];
vi.mock('vscode', () => ({
  ...vscode,
  ThemeColor: class {
    constructor(readonly id: string) {}
  },
  Range: class {
    constructor(
      readonly start: { character: number },
      readonly end: { character: number },
    ) {}
  },
  window: Object.assign(vscode.window, {
    createTextEditorDecorationType: (look: { backgroundColor: { id: string } }) => {
      const type = { id: look.backgroundColor.id, dispose: () => gone.push(type.id) };
      return type;
    },
    onDidChangeVisibleTextEditors: () => ({ dispose: () => undefined }),
  }),
  workspace: Object.assign(vscode.workspace, {
    onDidChangeTextDocument: (listener: (event: unknown) => void) => {
      edited.push(listener);
      return { dispose: () => undefined };
    },
  }),
}));
// The summary of this analysis is not packed: only what is read of it is there.
vi.mock('../../../../src/protocol/analysis', () => ({ openAnalysis: (result: unknown) => result }));
const gone: string[] = [];
const { shadeEditor } = await import('../../../../src/editor/onRequest/shadeEditor');

const FILE = 'file:/a.prompt.md';
/** A template's token that is the sink, then `You`, ` are`, ` kind`. */
const tokens = [null, [0, 3], [3, 7], [7, 12]].map((range) => ({
  start: range?.[0] ?? null,
  end: range?.[1] ?? null,
}));
const attention = { sink: 0, reading: { kind: 'last', token: 3, perLayer: [[0.5, 0.3, 0.001, 0.199]] } };
const analysis = {
  uri: vscode.Uri.parse(FILE),
  place: { start: 2, length: 12, changed: false },
  model: 'm',
  tokenIds: [0, 1, 2, 3],
  shown: { result: { tokens, attention, model: { layers: 2 } } },
} as unknown as Analysis;

beforeEach(() => {
  vscode.window.visibleTextEditors = [];
  gone.length = edited.length = 0;
});

/** Shows the document in an editor; gives its tokens' places by their shade, those that have one. */
function shaded() {
  const document = open(FILE, '> You are kind');
  const drawn = new Map<string, [number, number][]>();
  Object.assign(show(document), {
    setDecorations: (
      type: { id: string },
      ranges: { start: { character: number }; end: { character: number } }[],
    ) =>
      drawn.set(
        type.id,
        ranges.map(({ start, end }) => [start.character, end.character]),
      ),
  });
  return { document, shades: () => [...drawn].filter(([, ranges]) => ranges.length > 0) };
}

/** Rows of two layers, mean of heads: `You` and ` are` get as much without the sink. */
const request = vi.fn(async (..._asked: unknown[]) => ({
  columns: 4,
  values: Float32Array.of(0.8, 0.1, 0.1, 0, 0.2, 0.4, 0.4, 0),
}));
const inference = { request } as unknown as Inference;

it('tokens are shaded by what is attended to without the sink, until the text is edited', async () => {
  const { document, shades } = shaded();
  let edits = 0;
  const shading = shadeEditor(analysis, inference, () => edits++);
  await shading.show(null);
  // Without the sink: 60 %, 0.2 % and 39.8 %, of which the second is too little beside the first.
  expect(shades()).toEqual([
    ['attnscope.shade4', [[9, 14]]],
    ['attnscope.shade5', [[2, 5]]],
  ]);
  expect(request).not.toHaveBeenCalled();
  for (const listener of edited) listener({ document, contentChanges: [] });
  expect(edits).toBe(0);
  for (const listener of edited) listener({ document, contentChanges: [{}] });
  expect(edits).toBe(1);
  shading.dispose();
  expect(gone).toHaveLength(5);
});

it('of a locked token they are what that attends to', async () => {
  const { shades } = shaded();
  const shading = shadeEditor(analysis, inference, () => undefined);
  // What was asked for before and comes later is not shown.
  await Promise.all([shading.show(1), shading.show(2)]);
  expect(request.mock.lastCall).toEqual([
    'maps',
    {
      model: 'm',
      tokenIds: [0, 1, 2, 3],
      layers: [0, 1],
      heads: ['mean'],
      firstQuery: 2,
      endQuery: 3,
      pool: 1,
    },
    { letRun: true, ahead: true },
  ]);
  expect(shades()).toEqual([
    [
      'attnscope.shade5',
      [
        [2, 5],
        [5, 9],
      ],
    ],
  ]);
  await shading.show(null);
  expect(shades()).toHaveLength(2);
  shading.dispose();
});
