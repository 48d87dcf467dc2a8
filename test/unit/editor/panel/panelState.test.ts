import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Analysis } from '../../../../src/editor/analysis/analysis';
import type { AnalysisTarget } from '../../../../src/editor/analysis/target';

const { vscode, open } = await vi.hoisted(async () => (await import('../fakeDocuments')).fakeWindow());
vi.mock('vscode', () => vscode);
const { afterEdits } = await import('../../../../src/editor/documents/place');
const { panelState } = await import('../../../../src/editor/panel/panelState');

const FILE = 'file:/a.prompt.md';
const place = { start: 8, length: 4, whole: false, changed: false, changes: [] };
const target = { name: 'a.prompt.md' } as AnalysisTarget;
const analysis = { id: 'a', shown: {}, line: 2, place } as unknown as Analysis;

beforeEach(() => {
  vscode.workspace.textDocuments.length = 0;
});

it('without an analysis the page names the document that it would be of', () => {
  open(FILE, 'You are kind.');
  expect(panelState(FILE, undefined, false)).toEqual({ kind: 'empty', document: 'a.prompt.md' });
  expect(panelState(undefined, undefined, false)).toEqual({ kind: 'empty', document: null });
});

it('a document that is closed while it is read keeps its name on the page', () => {
  const loading = { kind: 'loading', target, place, progress: null, before: undefined } as const;
  expect(panelState(FILE, loading, false)).toEqual({
    kind: 'loading',
    document: 'a.prompt.md',
    progress: null,
  });
});

it('while a document is analysed anew its former analysis is named, which the page keeps', () => {
  const before = { id: 'a7' } as Analysis;
  const state = panelState(FILE, { kind: 'loading', target, place, progress: null, before }, false);
  expect(state).toMatchObject({ kind: 'loading', former: 'a7' });
});

it('an error is told with its document', () => {
  const error = { code: 'crashed', message: 'It ended.' } as const;
  const state = panelState(FILE, { kind: 'error', target, place, error }, false);
  expect(state).toEqual({ kind: 'error', document: 'a.prompt.md', code: 'crashed', message: 'It ended.' });
});

it('lines are counted from where the text stands by now', () => {
  const document = open(FILE, 'You are kind.');
  document.positionAt = (character) => ({ line: character < 8 ? 0 : 5, character });
  const moved = panelState(FILE, { kind: 'result', analysis }, true);
  expect(moved).toMatchObject({ analysis: 'a', linesMoved: 3, stale: false, edited: null, pinned: true });
});

describe('a text that was edited tells', () => {
  /** What is told of a text in lines, after an edit of `[start, end)` in it. */
  function told(text: string, start: number, end: number, put: string) {
    const document = open(FILE, text.slice(0, start) + put + text.slice(end));
    document.positionAt = (offset) => ({
      line: document.text.slice(0, offset).split('\n').length - 1,
      character: 0,
    });
    const whole = { start: 0, length: text.length, whole: true, changed: false, changes: [] };
    const edited = afterEdits(whole, [{ rangeOffset: start, rangeLength: end - start, text: put }]);
    const known = { id: 'a', shown: {}, text, line: 0, place: edited } as unknown as Analysis;
    const state = panelState(FILE, { kind: 'result', analysis: known }, false);
    return state.kind === 'result' && [state.stale, state.edited];
  }

  it.each([
    ['a word in a line', 4, 5, 'B', { line: 2, endLine: 2, below: 3, belowNow: 3 }],
    ['a line break in a line', 5, 5, '\n', { line: 2, endLine: 3, below: 3, belowNow: 4 }],
    ['a line before another', 4, 4, 'x\n', { line: 2, endLine: 2, below: 2, belowNow: 3 }],
    ['two lines taken away', 0, 8, '', { line: 1, endLine: 1, below: 3, belowNow: 1 }],
  ])('%s: which lines, and where those below are', (_, start, end, put, edited) => {
    expect(told('aaa\nbbb\nccc', start, end, put)).toEqual([true, edited]);
  });
});
