import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type * as vscode from 'vscode';
import type { Analysis } from '../../../../src/editor/analysis/analysis';
import type { Analyses as AnalysesClass } from '../../../../src/editor/analysis/analyses';
import type { Panel as PanelClass } from '../../../../src/editor/panel/panel';
import type { PanelParts } from '../../../../src/editor/panel/panelHandlers';
import { EventEmitter } from '../fakeVscode';

const { vscode: fake, ...window } = await vi.hoisted(async () =>
  (await import('../fakeDocuments')).fakeWindow(),
);
vi.mock('vscode', () => fake);
const { Analyses } = await import('../../../../src/editor/analysis/analyses');
const { Panel } = await import('../../../../src/editor/panel/panel');

const FILE = 'file:/a.prompt.md';
const bestHead = { raw: { layer: 17, head: 4 } };
/** `kind` in a document was analysed, as two tokens. */
const analysis = {
  id: 'a',
  uri: fake.Uri.parse(FILE),
  line: 0,
  place: { start: 8, length: 4, whole: false, changed: false, changes: [] },
  findingAttention: new Map([['f', { reading: { bestHead } }]]),
  shown: {
    result: {
      tokens: [
        { start: 0, end: 2 },
        { start: 2, end: 4 },
      ],
    },
  },
} as unknown as Analysis;

const unmark = vi.fn();
let analyses: AnalysesClass;
let panel: PanelClass;
beforeEach(() => {
  fake.workspace.textDocuments.length = 0;
  fake.window.visibleTextEditors = [];
  window.activate(window.show(window.open(FILE, 'You are kind.')));
  analyses = new Analyses();
  unmark.mockReset();
  panel = new Panel({ analyses, reveal: { unmark } } as unknown as PanelParts);
  analyses.set(FILE, { kind: 'result', analysis });
});

afterEach(() => panel.dispose());

/** A webview whose page has come and said so, after `meanwhile`; what it was told since, by kind. */
async function page(meanwhile = () => {}) {
  const messages = new EventEmitter<unknown>();
  const told: [method: string, params: unknown][] = [];
  const webview = {
    onDidReceiveMessage: messages.event,
    postMessage: async ({ method, params }: { method?: string; params?: unknown }) => {
      if (method !== undefined) told.push([method, params]);
    },
  };
  await panel.attach(webview as unknown as vscode.Webview);
  meanwhile();
  const welcome = new Promise((resolve) => panel.onDidOpenPage(() => resolve(undefined)));
  messages.fire({ kind: 'request', id: 0, method: 'ready', params: {} });
  await welcome;
  return told;
}

it('a page that comes is told where the cursor is', async () => {
  fake.window.visibleTextEditors = [];
  window.show(fake.workspace.textDocuments[0]!, [10, 10]);
  expect(await page()).toEqual([
    ['highlight', { analysis: 'a', tokens: { first: 1, end: 2, isNew: false } }],
  ]);
});

it('what is selected beside the analysed text is none of its tokens', async () => {
  const told = await page();
  const [document] = fake.workspace.textDocuments;
  window.select(window.show(document!), [0, 3]);
  expect(told.at(-1)).toEqual(['highlight', { analysis: 'a', tokens: null }]);
});

it('a finding that is gone to before a page is there is shown once it is, once', async () => {
  panel.goTo('a', 'f');
  const goTo = ['goTo', { analysis: 'a', finding: 'f' }];
  expect(await page()).toContainEqual(goTo);
  expect(await page()).not.toContainEqual(goTo);
});

it('so is one of an analysis that comes while the page is still being made', async () => {
  const made = await page(() => {
    analyses.set(FILE, { kind: 'result', analysis });
    panel.goTo('a', 'f');
  });
  expect(made).toContainEqual(['goTo', { analysis: 'a', finding: 'f' }]);
});

it('tokens that are left out before a page is there are told to it once it is', async () => {
  panel.leaveOut('a', { first: 1, end: 3 });
  expect(await page()).toContainEqual(['leaveOut', { analysis: 'a', tokens: { first: 1, end: 3 } }]);
});

it('of an edit a page that has the analysis is told the mark, not the analysis again', async () => {
  const told = await page();
  const edited = { ...analysis, place: { ...analysis.place, changed: true } };
  analyses.set(FILE, { kind: 'result', analysis: edited });
  const mark = { analysis: 'a', stale: true, edited: null, pinned: false, linesMoved: 0 };
  expect(told.at(-1)).toEqual(['mark', mark]);
});

it('what was pointed at on a page is no longer marked once the page shows another text', async () => {
  await page();
  analyses.set(FILE, { kind: 'result', analysis });
  expect(unmark).not.toHaveBeenCalled();
  window.activate(window.show(window.open('file:/b.prompt.md', 'Be brief.')));
  expect(unmark).toHaveBeenCalledOnce();
});

it('nor once the page is gone', async () => {
  await page();
  panel.dispose();
  expect(unmark).toHaveBeenCalledOnce();
});
