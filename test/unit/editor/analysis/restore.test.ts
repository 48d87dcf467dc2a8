import { beforeEach, expect, it, vi } from 'vitest';
import type * as vscode from 'vscode';
import type { Analyses } from '../../../../src/editor/analysis/analyses';
import type { AnalysisTarget } from '../../../../src/editor/documents/target';
import { EventEmitter } from '../fakeVscode';

const { vscode: fake, open } = await vi.hoisted(async () => (await import('../fakeDocuments')).fakeWindow());
vi.mock('vscode', () => fake);
const { createRestore, rememberAnalyses } = await import('../../../../src/editor/analysis/restore');

const URI = 'file:/a.prompt.md';
const TEXT = 'You are kind.';
const place = { start: 8, length: 4, whole: false, changed: false };

let kept: Map<string, unknown>;
let memento: vscode.Memento;
beforeEach(() => {
  fake.workspace.textDocuments.length = 0;
  kept = new Map();
  memento = {
    get: (key: string) => kept.get(key),
    update: async (key: string, value: unknown) => void kept.set(key, value),
  } as unknown as vscode.Memento;
});

/** Analyses of a window; `known`: the one it ends with. */
function window(known?: unknown) {
  const [changed, started] = [new EventEmitter<string>(), new EventEmitter<string>()];
  const analyzed: AnalysisTarget[] = [];
  const analyses = {
    state: () => known,
    onDidChange: changed.event,
    onDidStart: started.event,
    analyze: async (target: AnalysisTarget) => {
      analyzed.push(target);
      started.fire(target.document.uri.toString());
      return { kind: 'cancelled' };
    },
  } as unknown as Analyses;
  return { analyses, changed, started, analyzed };
}

/** A window in which a selection was analysed, and then loaded anew. */
function reloaded() {
  const analysis = { place, text: 'kind', overflow: 'keep-last' };
  const before = window({ kind: 'result', analysis });
  rememberAnalyses(before.analyses, memento);
  before.changed.fire(URI);
  const after = window();
  return { ...after, restore: createRestore(after.analyses, memento) };
}

it('what was shown before is read again, and as much of it as before', () => {
  open(URI, TEXT);
  const { restore, analyzed } = reloaded();
  restore(URI);
  expect(analyzed.map(({ text, overflow }) => [text, overflow])).toEqual([['kind', 'keep-last']]);
});

it('once only: who cancels it does not get it again when the panel is shown again', () => {
  open(URI, TEXT);
  const { restore, analyzed } = reloaded();
  restore(URI);
  restore(URI);
  expect(analyzed).toHaveLength(1);
});

it('as soon as the panel shows its document', () => {
  open(URI, TEXT);
  const { restore, analyzed } = reloaded();
  restore(undefined);
  restore('file:/other.md');
  expect(analyzed).toHaveLength(0);
  restore(URI);
  expect(analyzed).toHaveLength(1);
});

it('not once another text was analysed', () => {
  open(URI, TEXT);
  const { restore, analyzed, started } = reloaded();
  started.fire('file:/other.md');
  restore(URI);
  expect(analyzed).toHaveLength(0);
});

it('not where the text is another by now', () => {
  open(URI, 'You are brief.');
  const { restore, analyzed } = reloaded();
  restore(URI);
  expect(analyzed).toHaveLength(0);
});
