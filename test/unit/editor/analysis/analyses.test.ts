import { setImmediate } from 'node:timers/promises';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Analyses as AnalysesClass } from '../../../../src/editor/analysis/analyses';
import { asDocument, type FakeDocument } from '../fakeDocuments';
import { heldModel, quickScanner } from './fakeModel';

const { vscode, open, show, close, edit, saveAs } = await vi.hoisted(async () =>
  (await import('../fakeDocuments')).fakeWindow(),
);
vi.mock('vscode', () => vscode);
const { Analyses } = await import('../../../../src/editor/analysis/analyses');
const { selectionOf, wholeDocument } = await import('../../../../src/editor/documents/target');

const FILES = { bundledModel: '/model', toolVersion: '0' };
const FILE = 'file:/a.prompt.md';
const UNTITLED = 'untitled:Untitled-1';
const TEXT = 'You are kind.';
let analyses: AnalysesClass;
let reading: ReturnType<typeof heldModel>['reading'];

beforeEach(() => {
  vscode.workspace.textDocuments.length = 0;
  const held = heldModel();
  reading = held.reading;
  analyses = new Analyses(held.model, quickScanner, FILES);
});

/** Begins to analyse a document; resolves once the model reads. */
async function begin(document: FakeDocument) {
  const before = reading.length;
  const ended = analyses.analyze(wholeDocument(asDocument(document)));
  await vi.waitFor(() => expect(reading.length).toBe(before + 1));
  return { ended, model: reading.at(-1)! };
}

async function analyzed(document: FakeDocument): Promise<void> {
  const { ended, model } = await begin(document);
  model.answer();
  await ended;
}

/** What is known of a document, in short. */
function known(uri: string): string | undefined {
  const state = analyses.state(uri);
  if (state?.kind !== 'result') return state?.kind;
  return `${state.analysis.shown.title}${state.analysis.place.changed ? ', changed' : ''}`;
}

it('why an analysis failed is told in the language of VS Code', async () => {
  const english =
    'The prompt is empty, so there is nothing for the model to read. Write or select some text first.';
  vscode.l10n.bundle = { [english]: 'Der Prompt ist leer.' };
  const outcome = await analyses.analyze(wholeDocument(asDocument(open(FILE, ' '))));
  vscode.l10n.bundle = undefined;
  expect(outcome).toMatchObject({ kind: 'error', error: { message: 'Der Prompt ist leer.' } });
});

describe('an analysis whose tab is closed while the model reads', () => {
  it('goes on, and is there when the file is opened again', async () => {
    const document = open(FILE, TEXT);
    const { ended, model } = await begin(document);
    close(document);
    await setImmediate();
    expect(analyses.running).toBe(FILE);
    model.answer();
    expect((await ended).kind).toBe('result');
    open(FILE, TEXT);
    expect(known(FILE)).toBe('a.prompt.md');
  });

  it('is marked where the file has another text when it is opened again', async () => {
    const document = open(FILE, TEXT);
    const { ended, model } = await begin(document);
    close(document);
    model.answer();
    await ended;
    open(FILE, 'Another text.');
    expect(known(FILE)).toBe('a.prompt.md, changed');
  });

  it('ends where the text is nowhere else', async () => {
    const document = open(UNTITLED, TEXT);
    await analyzed(document);
    const { ended } = await begin(document);
    close(document);
    expect(await ended).toEqual({ kind: 'cancelled' });
    expect(known(UNTITLED)).toBeUndefined();
  });
});

describe('an untitled document that is saved', () => {
  it('takes its analysis along', async () => {
    const document = open(UNTITLED, TEXT);
    await analyzed(document);
    saveAs(document, FILE);
    await setImmediate();
    expect([known(UNTITLED), known(FILE)]).toEqual([undefined, 'a.prompt.md']);
  });

  it('takes along the analysis that runs', async () => {
    const document = open(UNTITLED, TEXT);
    const { ended, model } = await begin(document);
    saveAs(document, FILE);
    await setImmediate();
    expect([known(FILE), analyses.running]).toEqual(['loading', FILE]);
    model.answer();
    await ended;
    expect([known(UNTITLED), known(FILE)]).toEqual([undefined, 'a.prompt.md']);
  });
});

describe('a text that is edited while the model reads', () => {
  it('is not marked where the edit is taken back before the result is there', async () => {
    const document = open(FILE, TEXT);
    const { ended, model } = await begin(document);
    edit(document, [0, 3], 'We');
    edit(document, [0, 2], 'You');
    model.answer();
    await ended;
    expect(known(FILE)).toBe('a.prompt.md');
  });

  it('is marked where it is not', async () => {
    const document = open(FILE, TEXT);
    const { ended, model } = await begin(document);
    edit(document, [0, 3], 'We');
    model.answer();
    await ended;
    expect(known(FILE)).toBe('a.prompt.md, changed');
  });

  it('is found again by the analysis before, where this one is cancelled', async () => {
    const document = open(FILE, TEXT);
    const selected = analyses.analyze(selectionOf(show(document, [8, 12]) as never));
    await vi.waitFor(() => expect(reading).toHaveLength(1));
    reading[0]!.answer();
    await selected;
    const { ended } = await begin(document);
    edit(document, [0, 0], 'Hello. ');
    analyses.cancel();
    await ended;
    expect(known(FILE)).toBe('a.prompt.md');
    expect(analyses.again(asDocument(document))?.text).toBe('kind');
  });
});

it('how much of a text is to be read is kept for the next time, be there a result or none', async () => {
  const document = open(FILE, TEXT);
  for (const end of ['answer', 'fail'] as const) {
    const ended = analyses.analyze({ ...wholeDocument(asDocument(document)), overflow: 'keep-last' });
    await vi.waitFor(() => expect(reading).toHaveLength(1));
    reading.pop()![end]();
    await ended;
    expect(analyses.again(asDocument(document))?.overflow).toBe('keep-last');
  }
});

it('where a text stands after an edit above it is told once typing pauses', async () => {
  const document = open(FILE, TEXT);
  const ended = analyses.analyze(selectionOf(show(document, [8, 12]) as never));
  await vi.waitFor(() => expect(reading).toHaveLength(1));
  reading[0]!.answer();
  await ended;
  const told = new Promise((resolve) => analyses.onDidChange(resolve));
  edit(document, [0, 0], 'Hello. ');
  expect(await told).toBe(FILE);
  expect(analyses.again(asDocument(document))?.place.start).toBe(15);
});
