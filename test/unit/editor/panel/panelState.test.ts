import { beforeEach, expect, it, vi } from 'vitest';
import type { Analysis } from '../../../../src/editor/analysis/analysis';
import type { AnalysisTarget } from '../../../../src/editor/analysis/target';

const { vscode, open } = await vi.hoisted(async () => (await import('../fakeDocuments')).fakeWindow());
vi.mock('vscode', () => vscode);
const { panelState } = await import('../../../../src/editor/panel/panelState');

const FILE = 'file:/a.prompt.md';
const place = { start: 8, length: 4, whole: false, changed: false };
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

it('an error is told with its document', () => {
  const error = { code: 'crashed', message: 'It ended.' } as const;
  const state = panelState(FILE, { kind: 'error', target, place, error }, false);
  expect(state).toEqual({ kind: 'error', document: 'a.prompt.md', code: 'crashed', message: 'It ended.' });
});

it('lines are counted from where the text stands by now, as long as it can be found', () => {
  const document = open(FILE, 'You are kind.');
  document.positionAt = (character) => ({ line: character < 8 ? 0 : 5, character });
  const moved = panelState(FILE, { kind: 'result', analysis }, true);
  expect(moved).toMatchObject({ analysis: 'a', linesMoved: 3, stale: false, pinned: true });
  const edited = { ...analysis, place: { ...place, changed: true } };
  const stale = panelState(FILE, { kind: 'result', analysis: edited }, false);
  expect(stale).toMatchObject({ linesMoved: 0, stale: true, pinned: false });
});
