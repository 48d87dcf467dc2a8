import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Analysis } from '../../../../src/editor/analysis/analysis';
import type { Analyses as AnalysesClass } from '../../../../src/editor/analysis/analyses';

const { vscode, open, show, select, edit } = await vi.hoisted(async () =>
  (await import('../fakeDocuments')).fakeWindow(),
);
vi.mock('vscode', () => ({
  ...vscode,
  Selection: class {
    constructor(
      readonly start: unknown,
      readonly end: unknown,
    ) {}
    isEqual(other: { start: unknown; end: unknown }): boolean {
      return JSON.stringify([this.start, this.end]) === JSON.stringify([other.start, other.end]);
    }
  },
  TextEditorRevealType: { InCenterIfOutsideViewport: 2 },
  ThemeColor: class {},
  Range: class {
    constructor(
      readonly start: unknown,
      readonly end: unknown,
    ) {}
  },
  window: Object.assign(vscode.window, {
    createTextEditorDecorationType: () => ({ dispose: () => undefined }),
  }),
  ViewColumn: { One: 1 },
}));
const { Analyses } = await import('../../../../src/editor/analysis/analyses');
const { editedState } = await import('../../../../src/editor/analysis/analysisState');
const { Reveal } = await import('../../../../src/editor/panel/reveal');

const FILE = 'file:/a.prompt.md';
const TEXT = 'You are kind.';
const place = { start: 8, length: 4, whole: false, changed: false, changes: [] };
const analysis = { id: 'a', uri: vscode.Uri.parse(FILE), text: 'kind', place } as unknown as Analysis;
let analyses: AnalysesClass;

/** What is selected in an editor, from its first character to behind its last. */
function selected({
  selection,
}: {
  selection: { start: { character: number }; end: { character: number } };
}) {
  return [selection.start.character, selection.end.character] as const;
}

beforeEach(() => {
  vscode.workspace.textDocuments.length = 0;
  vscode.window.visibleTextEditors = [];
  analyses = new Analyses();
  analyses.set(FILE, { kind: 'result', analysis });
});

it('a range of the analysed text is selected where it stands in the document', async () => {
  const editor = Object.assign(show(open(FILE, TEXT)), { revealRange: () => undefined });
  const reveal = new Reveal(analyses);
  await reveal.show('a', { start: 1, end: 3 });
  expect(selected(editor)).toEqual([9, 11]);
});

it('what is selected from here is known as no choice of the person, until they select something', async () => {
  const editor = Object.assign(show(open(FILE, TEXT)), { revealRange: () => undefined });
  const reveal = new Reveal(analyses);
  await reveal.show('a', { start: 1, end: 3 });
  expect(reveal.isOurs(editor as never)).toBe(true);
  select(editor, [0, 3]);
  expect(reveal.isOurs(editor as never)).toBe(false);
});

describe('a range of a text that was edited since is selected where it now stands', () => {
  /** Edits the document and what is known of its analysis, as VS Code tells it. */
  function change([start, end]: [number, number], put: string): void {
    edit(open(FILE, TEXT), [start, end], put);
    const state = analyses.state(FILE)!;
    analyses.set(FILE, editedState(state, [{ rangeOffset: start, rangeLength: end - start, text: put }]));
  }

  it('after an edit in the text, and one before it', async () => {
    const editor = Object.assign(show(open(FILE, TEXT)), { revealRange: () => undefined });
    change([8, 9], 'very k');
    change([0, 0], 'Hello. ');
    await new Reveal(analyses).show('a', { start: 1, end: 3 });
    expect(editor.document.text.slice(...selected(editor))).toBe('in');
  });

  it('where its file was edited while it was closed', async () => {
    const whole = { start: 0, length: TEXT.length, whole: true, changed: false, changes: [] };
    analyses.set(FILE, { kind: 'result', analysis: { ...analysis, text: TEXT, place: whole } });
    const editor = Object.assign(show(open(FILE, 'You are always kind.')), { revealRange: () => undefined });
    await new Reveal(analyses).show('a', { start: 8, end: 12 });
    expect(editor.document.text.slice(...selected(editor))).toBe('kind');
  });

  it('where it is edited while its editor opens', async () => {
    const editor = Object.assign(show(open(FILE, TEXT)), { revealRange: () => undefined });
    vscode.window.visibleTextEditors = [];
    vscode.window.showTextDocument = async () => {
      change([8, 9], 'very k');
      return editor;
    };
    Object.assign(vscode.window, { tabGroups: { all: [] } });
    await new Reveal(analyses).show('a', { start: 1, end: 3 });
    expect(editor.document.text.slice(...selected(editor))).toBe('in');
  });
});

it('what is pointed at is marked where it stands, and nothing where nothing is pointed at', () => {
  const setDecorations = vi.fn<(type: unknown, ranges: { start: { character: number } }[]) => void>();
  Object.assign(show(open(FILE, TEXT)), { setDecorations });
  const reveal = new Reveal(analyses);
  reveal.unmark();
  expect(setDecorations).not.toHaveBeenCalled();
  reveal.mark('a', { start: 1, end: 3 });
  expect(setDecorations.mock.lastCall![1]).toMatchObject([
    { start: { character: 9 }, end: { character: 11 } },
  ]);
  reveal.unmark();
  expect(setDecorations.mock.lastCall![1]).toEqual([]);
});
