import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { InferenceState } from '../../../../src/inference/client/createInferenceClient';
import { analysesOf } from './fakeAnalyses';

const window = await vi.hoisted(async () => (await import('../fakeDocuments')).fakeWindow());
vi.mock('vscode', () => window.vscode);
const { registerReadAgain } = await import('../../../../src/editor/analysis/readAgain');

const { vscode, open, edit, save, saveNotebook } = window;
const FILE = 'file:/a.prompt.md';
const TEXT = 'You are kind.';
let set: Awaited<ReturnType<typeof analysesOf>>;
let registered: { dispose(): void };
let model: { state: InferenceState };
let panel: { visible: boolean };
/** `attnscope.analysis.readAgain` */
let when: string | undefined;

beforeEach(async () => {
  vscode.workspace.textDocuments.length = 0;
  vscode.workspace.getConfiguration.mockImplementation(() => ({
    get: (name) => (name === 'attnscope.analysis.readAgain' ? when : undefined),
  }));
  set = await analysesOf(window);
  [model, panel, when] = [{ state: 'ready' }, { visible: false }, undefined];
  registered = registerReadAgain(set.analyses, set.analyzer, model, panel);
});
afterEach(() => {
  registered.dispose();
  set.dispose();
  vi.useRealTimers();
});

/** Saves, and lets all pauses pass. */
async function saveAndWait(document: ReturnType<typeof open>): Promise<void> {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  save(document);
  vi.advanceTimersByTime(2000);
  vi.useRealTimers();
  await setImmediate();
}

/** How many texts the model was given. */
const read = () => set.reading.length;
/** The text that is known of the file, and whether another one is on its way for all to see. */
function shown() {
  const state = set.analyses.state(FILE);
  return [state?.kind === 'result' ? state.analysis.text : state?.kind, set.analyses.running !== undefined];
}

describe('an analysed text that was edited is read again when it is saved', () => {
  it('unseen: what is known of it holds until the answer is there, whose page follows the one before', async () => {
    const document = open(FILE, TEXT);
    await set.analyzed(document);
    const before = set.analyses.state(FILE);
    edit(document, [8, 12], 'stern');
    save(document);
    await vi.waitFor(() => expect(read()).toBe(2));
    expect(shown()).toEqual([TEXT, false]);
    set.reading.at(-1)!.answer();
    await vi.waitFor(() => expect(shown()).toEqual(['You are stern.', false]));
    const now = set.analyses.state(FILE);
    if (now?.kind !== 'result' || before?.kind !== 'result') throw new Error('There is no result.');
    expect(now.analysis.follows).toBe(before.analysis.id);
    expect(now.analysis.place.changed).toBe(false);
  });

  it('where it is a cell of a notebook, with that', async () => {
    const cell = open('vscode-notebook-cell:/a.ipynb#1', TEXT);
    await set.analyzed(cell);
    edit(cell, [8, 12], 'stern');
    saveNotebook([open('vscode-notebook-cell:/a.ipynb#0', 'import os'), cell]);
    await vi.waitFor(() => expect(read()).toBe(2));
    set.reading.at(-1)!.answer();
  });

  it('where it is a selection, in its document', async () => {
    const document = open(FILE, TEXT);
    await set.analyzed(document, [8, 12]);
    edit(document, [8, 12], 'stern');
    edit(document, [0, 0], 'Well, ');
    save(document);
    await vi.waitFor(() => expect(read()).toBe(2));
    edit(document, [0, 0], 'Now. ');
    set.reading.at(-1)!.answer();
    await vi.waitFor(() => expect(shown()).toEqual(['stern', false]));
    expect(set.analyses.state(FILE)).toMatchObject({ analysis: { place: { start: 19, changed: false } } });
  });

  it('while it is analysed still, once that is done', async () => {
    const document = open(FILE, TEXT);
    const { ended, model: reads } = await set.begin(document);
    edit(document, [8, 12], 'stern');
    await saveAndWait(document);
    reads.answer();
    await ended;
    await vi.waitFor(() => expect(read()).toBe(2));
    set.reading.at(-1)!.answer();
    await vi.waitFor(() => expect(shown()).toEqual(['You are stern.', false]));
  });

  it('while another one is analysed, once that is done', async () => {
    const document = open(FILE, TEXT);
    await set.analyzed(document);
    const { ended, model: reads } = await set.begin(open('file:/b.prompt.md', 'Be brief.'));
    edit(document, [8, 12], 'stern');
    await saveAndWait(document);
    expect(read()).toBe(2);
    reads.answer();
    await ended;
    await vi.waitFor(() => expect(read()).toBe(3));
    set.reading.at(-1)!.answer();
    await vi.waitFor(() => expect(shown()).toEqual(['You are stern.', false]));
  });

  it('and stays known where the model fails', async () => {
    const document = open(FILE, TEXT);
    await set.analyzed(document);
    edit(document, [8, 12], 'stern');
    save(document);
    await vi.waitFor(() => expect(read()).toBe(2));
    set.reading.at(-1)!.fail();
    await setImmediate();
    expect(shown()).toEqual([TEXT, false]);
  });

  it('and gives way to one that is asked for', async () => {
    const document = open(FILE, TEXT);
    await set.analyzed(document);
    edit(document, [8, 12], 'stern');
    save(document);
    await vi.waitFor(() => expect(read()).toBe(2));
    const { ended, model: reads } = await set.begin(document);
    // The process that reads it would have to be ended, and the model loaded anew.
    expect(set.reading.map(({ letRun }) => letRun)).toEqual([false, true, false]);
    set.reading[1]!.answer();
    await setImmediate();
    expect(shown()).toEqual(['loading', true]);
    reads.answer();
    await ended;
    expect(set.analyses.state(FILE)).toMatchObject({ kind: 'result', analysis: { follows: null } });
  });

  it.each([
    ['the settings say never', () => (when = 'never')],
    ['the model would have to be loaded and nobody sees the panel', () => (model.state = 'stopped')],
  ])('but not where %s', async (_, arrange) => {
    const document = open(FILE, TEXT);
    await set.analyzed(document);
    arrange();
    edit(document, [8, 12], 'stern');
    await saveAndWait(document);
    expect(set.asked.length).toBe(1);
  });

  it('nor where nothing was edited', async () => {
    const document = open(FILE, TEXT);
    await set.analyzed(document);
    await saveAndWait(document);
    expect(set.asked.length).toBe(1);
  });

  it('once, where it is saved with every edit', async () => {
    const document = open(FILE, TEXT);
    await set.analyzed(document);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    for (const letter of 'very ') {
      edit(document, [8, 8], letter);
      save(document);
      vi.advanceTimersByTime(100);
      await setImmediate();
    }
    expect(set.asked.length).toBe(1);
    vi.advanceTimersByTime(1000);
    await setImmediate();
    expect(set.asked.length).toBe(2);
  });
});

describe('while typing', () => {
  it.each([
    [undefined, 'ready', 1],
    ['typing', 'ready', 2],
    ['typing', 'stopped', 1],
  ] as const)('with the setting %s and the model %s, %i texts are read', async (setting, state, count) => {
    const document = open(FILE, TEXT);
    await set.analyzed(document);
    [when, model.state] = [setting, state];
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    edit(document, [8, 12], 'st');
    vi.advanceTimersByTime(500);
    edit(document, [10, 10], 'ern');
    vi.advanceTimersByTime(790);
    await setImmediate();
    expect(set.asked.length).toBe(1);
    vi.advanceTimersByTime(20);
    vi.useRealTimers();
    await setImmediate();
    expect(set.asked.length).toBe(count);
  });
});
