import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { AnalysisState } from '../../../../src/editor/analysis/analysisState';
import type { Analyses as AnalysesClass } from '../../../../src/editor/analysis/analyses';
import type { Analyzer } from '../../../../src/editor/analysis/analyzer';
import type { PanelWebviews } from '../../../../src/editor/panel/panelWebviews';
import { EventEmitter, fakeVscode } from '../fakeVscode';

vi.mock('vscode', async () => (await import('../fakeVscode')).fakeVscode);
const { Analyses } = await import('../../../../src/editor/analysis/analyses');
const { registerAnalysisProgress } = await import('../../../../src/editor/status/analysisProgress');

/** A progress that VS Code was asked to show. */
interface Bar {
  title: string;
  at: unknown;
  messages: string[];
  ended: boolean;
  cancel(): void;
  /** Begins it, as VS Code does a moment after it was asked. */
  begin(): void;
}

let bars: Bar[];
let analyses: AnalysesClass;
let registered: { dispose(): void };
const visibility = new EventEmitter<void>();
const webviews = { visible: true, onDidChangeVisibility: visibility.event };
const cancel = vi.fn();

fakeVscode.window.withProgress = ((options: { location: unknown; title: string }, task: Task) => {
  const cancelled = new EventEmitter<void>();
  const bar: Bar = {
    title: options.title,
    at: options.location,
    messages: [],
    ended: false,
    cancel: () => cancelled.fire(),
    begin: () => {
      const report = ({ message }: { message: string }): void => void bar.messages.push(message);
      void task({ report }, { onCancellationRequested: cancelled.event }).then(() => (bar.ended = true));
    },
  };
  bars.push(bar);
}) as never;
type Task = (progress: unknown, token: unknown) => Promise<void>;

const reads = (name: string, tokens = 0): AnalysisState =>
  ({
    kind: 'loading',
    target: { name },
    progress: tokens ? { stage: 'attention', done: tokens, total: 9 } : null,
  }) as AnalysisState;

beforeEach(() => {
  vi.useFakeTimers();
  bars = [];
  webviews.visible = true;
  analyses = new Analyses();
  registered = registerAnalysisProgress(
    analyses,
    { cancel } as unknown as Analyzer,
    webviews as unknown as PanelWebviews,
  );
});
afterEach(() => {
  registered.dispose();
  vi.useRealTimers();
});

it('is a bar of the panel where that is seen, with how far the model is', async () => {
  analyses.set('a', reads('a.md'));
  bars[0]!.begin();
  analyses.set('a', reads('a.md', 5));
  expect(bars).toMatchObject([{ at: { viewId: 'attnscope.panel' }, messages: ['Token 5 of 9'] }]);
  analyses.set('a', undefined);
  await vi.waitFor(() => expect(bars[0]!.ended).toBe(true));
});

it('ends though the analysis was faster than VS Code began to show it', async () => {
  analyses.set('a', reads('a.md'));
  analyses.set('a', undefined);
  bars[0]!.begin();
  await vi.waitFor(() => expect(bars[0]!.ended).toBe(true));
});

it('is a notification that can end the analysis, where the panel does not come into sight', () => {
  webviews.visible = false;
  analyses.set('a', reads('a.md'));
  expect(bars).toEqual([]);
  vi.advanceTimersByTime(1000);
  expect(bars).toMatchObject([{ at: fakeVscode.ProgressLocation.Notification, title: 'Analyzing a.md' }]);
  bars[0]!.begin();
  bars[0]!.cancel();
  expect(cancel).toHaveBeenCalledOnce();
});

it('is that of the text that is read by now, where one was given up for another', () => {
  webviews.visible = false;
  analyses.set('a', reads('a.md'));
  analyses.set('a', undefined);
  analyses.set('b', reads('b.md'));
  vi.advanceTimersByTime(1000);
  expect(bars.map(({ title }) => title)).toEqual(['Analyzing b.md']);
});
