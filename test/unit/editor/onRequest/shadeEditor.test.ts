import { beforeEach, expect, it, vi } from 'vitest';
import type { Analysis } from '../../../../src/editor/analysis/analysis';

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
  shown: { result: { tokens, attention } },
} as unknown as Analysis;

beforeEach(() => {
  vscode.window.visibleTextEditors = [];
  gone.length = edited.length = 0;
});

it('tokens are shaded by what is attended to without the sink, until the text is edited', () => {
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
  let edits = 0;
  const shading = shadeEditor(analysis, () => edits++);
  // Without the sink: 60 %, 0.2 % and 39.8 %, of which the second is too little beside the first.
  expect([...drawn].filter(([, ranges]) => ranges.length > 0)).toEqual([
    ['attnscope.shade4', [[9, 14]]],
    ['attnscope.shade5', [[2, 5]]],
  ]);
  for (const listener of edited) listener({ document, contentChanges: [] });
  expect(edits).toBe(0);
  for (const listener of edited) listener({ document, contentChanges: [{}] });
  expect(edits).toBe(1);
  shading.dispose();
  expect(gone).toHaveLength(5);
});
