import { setImmediate } from 'node:timers/promises';
import { beforeEach, expect, it, vi } from 'vitest';
import type { Analyses, AnalysisState } from '../../../../src/editor/analysis/analyses';
import type { Panel as PanelClass } from '../../../../src/editor/panel/panel';
import type { PanelServices } from '../../../../src/editor/panel/panelHandlers';
import { EventEmitter } from '../fakeVscode';

const { vscode, open, show, activate, close } = await vi.hoisted(async () =>
  (await import('../fakeDocuments')).fakeWindow(),
);
vi.mock('vscode', () => vscode);
const { Panel } = await import('../../../../src/editor/panel/panel');

const [A, B, UNTITLED] = ['file:/a.prompt.md', 'file:/b.prompt.md', 'untitled:Untitled-1'];
const RESULT = { kind: 'result', analysis: { id: 'a', shown: {}, place: { changed: false } } };
const LOADING = { kind: 'loading', name: 'a.prompt.md', progress: null };
const ERROR = { kind: 'error', name: 'a.prompt.md', error: { code: 'crashed', message: 'It ended.' } };

let states: Map<string, unknown>;
let changed: EventEmitter<string>;
let started: EventEmitter<string>;
let panel: PanelClass;
const analyses = { running: undefined as string | undefined };

function set(uri: string, state: unknown): void {
  states.set(uri, state);
  changed.fire(uri);
}

beforeEach(() => {
  vscode.workspace.textDocuments.length = 0;
  [states, changed, started] = [new Map(), new EventEmitter(), new EventEmitter()];
  Object.assign(analyses, {
    running: undefined,
    state: (uri: string) => states.get(uri) as AnalysisState | undefined,
    onDidChange: changed.event,
    onDidStart: started.event,
  });
  activate(undefined);
  panel = new Panel({ analyses: analyses as unknown as Analyses } as PanelServices);
});

/** Opens a document, analyses it and pins the panel to it. */
function pinned(uri: string) {
  const document = open(uri, 'You are kind.');
  activate(show(document));
  set(uri, RESULT);
  panel.pin(true);
  return document;
}

it('a pin stays when the pinned text is analysed again from the panel, while another is active', () => {
  pinned(A!);
  activate(show(open(B!, 'Another.')));
  started.fire(A!);
  set(A!, LOADING);
  set(A!, RESULT);
  expect(panel.document).toBe(A);
  expect(panel.state()).toMatchObject({ kind: 'result', pinned: true });
});

it('a pin gives way where another text is analysed', () => {
  pinned(A!);
  started.fire(B!);
  expect(panel.document).toBe(B);
  activate(show(open(A!)));
  expect(panel.document).toBe(A);
});

it('a pin goes with the analysis of a document that is closed for good', async () => {
  const document = pinned(UNTITLED!);
  activate(show(open(B!, 'Another.')));
  close(document);
  set(UNTITLED!, undefined);
  await setImmediate();
  expect(panel.document).toBe(B);
  activate(show(open(A!, 'You are kind.')));
  expect(panel.document).toBe(A);
});

it('a pinned analysis outlives its tab', async () => {
  close(pinned(A!));
  activate(show(open(B!, 'Another.')));
  await setImmediate();
  expect(panel.document).toBe(A);
});

it('a pin goes with an analysis that fails, which stays in sight until another editor is active', () => {
  pinned(A!);
  activate(show(open(B!, 'Another.')));
  set(A!, ERROR);
  expect(panel.state()).toMatchObject({ kind: 'error' });
  activate(show(open('file:/c.prompt.md', 'A third.')));
  expect(panel.document).toBe('file:/c.prompt.md');
});

it('an analysis that runs stays in sight when its tab is closed, until another editor is active', async () => {
  const document = open(A!, 'You are kind.');
  activate(show(document));
  analyses.running = A;
  set(A!, LOADING);
  activate(undefined);
  close(document);
  await setImmediate();
  expect(panel.document).toBe(A);
  activate(show(open(B!, 'Another.')));
  expect(panel.document).toBe(B);
});
