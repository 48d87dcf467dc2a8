import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { asDocument } from '../fakeDocuments';
import { analysesOf } from './fakeAnalyses';

const window = await vi.hoisted(async () => (await import('../fakeDocuments')).fakeWindow());
vi.mock('vscode', () => window.vscode);

const { open, close, save, saveAs } = window;
const FILE = 'file:/a.prompt.md';
const UNTITLED = 'untitled:Untitled-1';
const TEXT = 'You are kind.';
let set: Awaited<ReturnType<typeof analysesOf>>;

beforeEach(async () => {
  window.vscode.workspace.textDocuments.length = 0;
  set = await analysesOf(window);
});
afterEach(() => set.dispose());

describe('an untitled document that is saved', () => {
  it('takes its analysis along', async () => {
    const document = open(UNTITLED, TEXT);
    await set.analyzed(document);
    saveAs(document, FILE);
    await setImmediate();
    expect([set.known(UNTITLED), set.known(FILE)]).toEqual([undefined, 'a.prompt.md']);
  });

  it('takes along how it is to be read', async () => {
    const document = open(UNTITLED, TEXT);
    set.readAs.choose(asDocument(document).uri, 'raw');
    saveAs(document, FILE);
    await setImmediate();
    const file = asDocument(open(FILE)).uri;
    expect([set.readAs.of(file), set.readAs.of(asDocument(document).uri)]).toEqual(['raw', 'user']);
  });

  it('takes along the analysis that runs, which is known to run all the while', async () => {
    const document = open(UNTITLED, TEXT);
    const { ended, model } = await set.begin(document);
    const running: unknown[] = [];
    set.analyses.onDidChange(() => running.push(set.analyses.running?.uri));
    saveAs(document, FILE);
    await setImmediate();
    expect(running).toEqual([FILE, FILE]);
    model.answer();
    await ended;
    expect([set.known(UNTITLED), set.known(FILE)]).toEqual([undefined, 'a.prompt.md']);
  });
});

it('an untitled document keeps its analysis where a file of the same text is saved', async () => {
  const document = open(UNTITLED, TEXT);
  await set.analyzed(document);
  save(open(FILE, TEXT));
  await setImmediate();
  expect([set.known(UNTITLED), set.known(FILE)]).toEqual(['Untitled-1', undefined]);
});

it('an untitled document that is closed while it is read ends that, and is forgotten', async () => {
  const document = open(UNTITLED, TEXT);
  await set.analyzed(document);
  const { ended } = await set.begin(document);
  close(document);
  expect(await ended).toEqual({ kind: 'cancelled' });
  expect(set.known(UNTITLED)).toBeUndefined();
});
