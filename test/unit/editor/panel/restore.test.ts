import { beforeEach, expect, it, vi } from 'vitest';
import type * as vscode from 'vscode';
import type { Analysis } from '../../../../src/editor/analysis/analysis';
import type { AnalysisState } from '../../../../src/editor/analysis/analysisState';
import type { Analyzer } from '../../../../src/editor/analysis/analyzer';
import type { AnalysisTarget } from '../../../../src/editor/analysis/target';
import { EventEmitter } from '../fakeVscode';

const { vscode: fake, open } = await vi.hoisted(async () => (await import('../fakeDocuments')).fakeWindow());
vi.mock('vscode', () => fake);
const { Analyses } = await import('../../../../src/editor/analysis/analyses');
const { registerRestore } = await import('../../../../src/editor/panel/restore');

const URI = 'file:/a.prompt.md';
const TEXT = 'You are kind.';
const place = { start: 8, length: 4, whole: false, changed: false, changes: [] };
const analysis = { place, text: 'kind', overflow: 'keep-last' } as unknown as Analysis;
const RESULT: AnalysisState = { kind: 'result', analysis };

let memento: vscode.Memento;
beforeEach(() => {
  fake.workspace.textDocuments.length = 0;
  const kept = new Map<string, unknown>();
  memento = {
    get: (key: string) => kept.get(key),
    update: async (key: string, value: unknown) => void kept.set(key, value),
  } as unknown as vscode.Memento;
});

/** A window as it is loaded, and what is analysed in it without being asked for. */
function window() {
  const analyses = new Analyses();
  const analyzed: AnalysisTarget[] = [];
  const analyzer = {
    analyze: async (target: AnalysisTarget) => {
      analyzed.push(target);
      analyses.set(target.document.uri.toString(), { kind: 'loading' } as AnalysisState);
    },
  } as unknown as Analyzer;
  const opened = new EventEmitter<void>();
  const panel = { document: undefined as string | undefined, onDidOpenPage: opened.event };
  registerRestore(panel, analyses, analyzer, memento);
  /** A page of the panel comes, which shows a document. */
  const restore = (document: string | undefined): void => {
    panel.document = document;
    opened.fire();
  };
  return { analyses, analyzed, restore };
}

/** A window in which a selection was analysed, and then loaded anew. */
function reloaded() {
  window().analyses.set(URI, RESULT);
  return window();
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
  const { restore, analyzed, analyses } = reloaded();
  analyses.set('file:/other.md', RESULT);
  restore(URI);
  expect(analyzed).toHaveLength(0);
});

it('not where the text is another by now', () => {
  open(URI, 'You are brief.');
  const { restore, analyzed } = reloaded();
  restore(URI);
  expect(analyzed).toHaveLength(0);
});
