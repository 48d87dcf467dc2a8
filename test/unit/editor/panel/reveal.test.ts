import { beforeEach, expect, it, vi } from 'vitest';
import type { Analysis } from '../../../../src/editor/analysis/analysis';
import type { Analyses as AnalysesClass } from '../../../../src/editor/analysis/analyses';

const { vscode, open, show, select, files } = await vi.hoisted(async () =>
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
  ViewColumn: { One: 1 },
}));
const { Analyses } = await import('../../../../src/editor/analysis/analyses');
const { Reveal } = await import('../../../../src/editor/panel/reveal');

const FILE = 'file:/a.prompt.md';
const TEXT = 'You are kind.';
const place = { start: 8, length: 4, whole: false, changed: false };
const analysis = { id: 'a', uri: vscode.Uri.parse(FILE), place } as unknown as Analysis;
let analyses: AnalysesClass;

/** What is selected in an editor, from its first character to behind its last. */
function selected({
  selection,
}: {
  selection: { start: { character: number }; end: { character: number } };
}) {
  return [selection.start.character, selection.end.character];
}

function marked(): void {
  analyses.set(FILE, { kind: 'result', analysis: { ...analysis, place: { ...place, changed: true } } });
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

it('nothing is selected, and no editor opened, where the text was edited since', async () => {
  files.set(FILE, TEXT);
  marked();
  await new Reveal(analyses).show('a', { start: 1, end: 3 });
  expect(vscode.window.visibleTextEditors).toEqual([]);
});

it('nothing is selected where the text is edited while its editor opens', async () => {
  const document = open(FILE, TEXT);
  const editor = show(document);
  vscode.window.visibleTextEditors = [];
  vscode.window.showTextDocument = async () => {
    marked();
    return editor;
  };
  Object.assign(vscode.window, { tabGroups: { all: [] } });
  await new Reveal(analyses).show('a', { start: 1, end: 3 });
  expect(selected(editor)).toEqual([0, 0]);
});
