import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { asDocument } from '../fakeDocuments';
import { analysesOf } from './fakeAnalyses';

const window = await vi.hoisted(async () => (await import('../fakeDocuments')).fakeWindow());
vi.mock('vscode', () => window.vscode);
const { targetAgain } = await import('../../../../src/editor/analysis/analysisState');

const { open, close, edit } = window;
const FILE = 'file:/a.prompt.md';
const TEXT = 'You are kind.';
let set: Awaited<ReturnType<typeof analysesOf>>;

beforeEach(async () => {
  window.vscode.workspace.textDocuments.length = 0;
  set = await analysesOf(window);
});
afterEach(() => set.dispose());

describe('a text that is edited while the model reads', () => {
  it('is not marked where the edit is taken back before the result is there', async () => {
    const document = open(FILE, TEXT);
    const { ended, model } = await set.begin(document);
    edit(document, [0, 3], 'We');
    edit(document, [0, 2], 'You');
    model.answer();
    await ended;
    expect(set.known(FILE)).toBe('a.prompt.md');
  });

  it('is marked where it is not', async () => {
    const document = open(FILE, TEXT);
    const { ended, model } = await set.begin(document);
    edit(document, [0, 3], 'We');
    model.answer();
    await ended;
    expect(set.known(FILE)).toBe('a.prompt.md, changed');
  });
});

it('a text is marked with the first key that changes it, which is told once', async () => {
  const document = open(FILE, TEXT);
  await set.analyzed(document);
  const told: unknown[] = [];
  set.analyses.onDidChange((uri) => told.push(set.known(uri)));
  edit(document, [0, 0], 'x');
  edit(document, [1, 1], 'y');
  expect(told).toEqual(['a.prompt.md, changed']);
});

it('a text is marked where its file has another one when it is opened again', async () => {
  const document = open(FILE, TEXT);
  const { ended, model } = await set.begin(document);
  close(document);
  model.answer();
  await ended;
  open(FILE, 'Another text.');
  expect(set.known(FILE)).toBe('a.prompt.md, changed');
});

it('where a text stands after an edit above it is told once typing pauses', async () => {
  const document = open(FILE, TEXT);
  await set.analyzed(document, [8, 12]);
  const told = new Promise((resolve) => set.analyses.onDidChange(resolve));
  edit(document, [0, 0], 'Hello. ');
  expect(await told).toBe(FILE);
  expect(targetAgain(set.analyses.state(FILE), asDocument(document))?.place.start).toBe(15);
});
