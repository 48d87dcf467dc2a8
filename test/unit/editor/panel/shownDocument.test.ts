import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Analyses as AnalysesClass } from '../../../../src/editor/analysis/analyses';
import type { AnalysisState } from '../../../../src/editor/analysis/analysisState';
import type { ShownDocument as ShownClass } from '../../../../src/editor/panel/shownDocument';

const { vscode, open, show, activate, close } = await vi.hoisted(async () =>
  (await import('../fakeDocuments')).fakeWindow(),
);
vi.mock('vscode', () => vscode);
const { Analyses } = await import('../../../../src/editor/analysis/analyses');
const { ShownDocument } = await import('../../../../src/editor/panel/shownDocument');

const [A, B, UNTITLED] = ['file:/a.prompt.md', 'file:/b.prompt.md', 'untitled:Untitled-1'];
const RESULT = { kind: 'result' } as AnalysisState;
const LOADING = { kind: 'loading' } as AnalysisState;
const ERROR = { kind: 'error' } as AnalysisState;

let analyses: AnalysesClass;
let shown: ShownClass;

beforeEach(() => {
  vscode.workspace.textDocuments.length = 0;
  activate(undefined);
  analyses = new Analyses();
  shown = new ShownDocument(analyses);
});
afterEach(() => shown.dispose());

/** Opens a document, analyses it and pins the panel to it. */
function pinned(uri: string) {
  const document = open(uri, 'You are kind.');
  activate(show(document));
  analyses.set(uri, RESULT);
  shown.pin(true);
  return document;
}

it('a pin stays when the pinned text is analysed again from the panel, while another is active', () => {
  pinned(A!);
  activate(show(open(B!, 'Another.')));
  shown.turnTo(A!);
  analyses.set(A!, LOADING);
  analyses.set(A!, RESULT);
  expect(shown.uri).toBe(A);
  expect(shown.pinned).toBe(true);
});

it('a pin gives way where another text is analysed', () => {
  pinned(A!);
  shown.turnTo(B!);
  expect(shown.uri).toBe(B);
  activate(show(open(A!)));
  expect(shown.uri).toBe(A);
});

it('a pin goes with the analysis of a document that is closed for good', async () => {
  const document = pinned(UNTITLED!);
  activate(show(open(B!, 'Another.')));
  close(document);
  analyses.set(UNTITLED!, undefined);
  await setImmediate();
  expect(shown.uri).toBe(B);
  activate(show(open(A!, 'You are kind.')));
  expect(shown.uri).toBe(A);
});

it('a pinned analysis outlives its tab', async () => {
  close(pinned(A!));
  activate(show(open(B!, 'Another.')));
  await setImmediate();
  expect(shown.uri).toBe(A);
});

it('a pin goes with an analysis that fails, which stays in sight until another editor is active', () => {
  pinned(A!);
  activate(show(open(B!, 'Another.')));
  analyses.set(A!, ERROR);
  expect([shown.uri, shown.pinned]).toEqual([A, false]);
  activate(show(open('file:/c.prompt.md', 'A third.')));
  expect(shown.uri).toBe('file:/c.prompt.md');
});

it('an analysis that runs stays in sight when its tab is closed, until another editor is active', async () => {
  const document = open(A!, 'You are kind.');
  activate(show(document));
  analyses.set(A!, LOADING);
  activate(undefined);
  close(document);
  await setImmediate();
  expect(shown.uri).toBe(A);
  activate(show(open(B!, 'Another.')));
  expect(shown.uri).toBe(B);
});
