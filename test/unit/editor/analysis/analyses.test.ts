import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { resultIn } from '../../../../src/editor/analysis/analysisState';
import { asDocument } from '../fakeDocuments';
import { analysesOf } from './fakeAnalyses';

const window = await vi.hoisted(async () => (await import('../fakeDocuments')).fakeWindow());
vi.mock('vscode', () => window.vscode);
const { chooseAnalysis } = await import('../../../../src/editor/onRequest/chooseAnalysis');

const { vscode, open, close, edit, saveAs } = window;
const FILE = 'file:/a.prompt.md';
const TEXT = 'You are kind.';
let set: Awaited<ReturnType<typeof analysesOf>>;

/** What is offered, the newest first. */
async function offered(): Promise<string[]> {
  const picked = vi.fn(async (_items: { label: string; description: string }[]) => undefined);
  Object.assign(vscode.window, { showQuickPick: picked, showInformationMessage: async () => undefined });
  await chooseAnalysis(set.analyses, undefined);
  const items = picked.mock.calls[0]?.[0] ?? [];
  return items.map(({ label, description }) => `${label}${description.includes('edited') ? ', edited' : ''}`);
}

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  vscode.workspace.textDocuments.length = 0;
  set = await analysesOf(window);
});
afterEach(() => {
  vi.useRealTimers();
  set.dispose();
});

async function analyzed(...args: Parameters<typeof set.analyzed>): Promise<void> {
  vi.setSystemTime(Date.now() + 1000);
  await set.analyzed(...args);
}

describe('analyses that were asked for are kept, named and offered', () => {
  it('though another text of the same document was analysed since', async () => {
    const document = open(FILE, TEXT);
    await analyzed(document);
    await analyzed(document, [8, 12]);
    await analyzed(open('file:/b.prompt.md', TEXT));
    expect(await offered()).toEqual(['b.prompt.md', 'a.prompt.md, selection, line 1', 'a.prompt.md']);
  });

  it('though the text was edited and analysed again, and each can be shown in turn', async () => {
    const document = open(FILE, TEXT);
    await analyzed(document);
    edit(document, [8, 12], 'stern');
    await analyzed(document);
    expect(await offered()).toEqual(['a.prompt.md', 'a.prompt.md, edited']);
    const [now, before] = set.analyses.all;
    set.analyses.set(FILE, resultIn(document.text, before!));
    expect(set.known(FILE)).toBe('a.prompt.md, changed');
    expect(set.analyses.byId(now!.id)?.text).toBe('You are stern.');
    set.analyses.set(FILE, resultIn(document.text, now!));
    expect(set.known(FILE)).toBe('a.prompt.md');
    expect((await offered()).length).toBe(2);
  });

  it('once each, where the same text is analysed again', async () => {
    const document = open(FILE, TEXT);
    await analyzed(document);
    await analyzed(document);
    expect(await offered()).toEqual(['a.prompt.md']);
  });

  it('at where their text stands after edits above it', async () => {
    const document = open(FILE, TEXT);
    await analyzed(document, [8, 12]);
    await analyzed(document);
    edit(document, [0, 0], 'Well, ');
    expect(set.analyses.all.find(({ place }) => !place.whole)?.place.start).toBe(14);
  });

  it('the eight before those that hold, at most', async () => {
    const document = open(FILE, TEXT);
    for (let end = 1; end <= 12; end++) await analyzed(document, [0, end]);
    expect((await offered()).length).toBe(9);
  });

  it('with the file that an untitled document is saved as, and not once such a document is gone', async () => {
    const document = open('untitled:Untitled-1', TEXT);
    await analyzed(document, [8, 12]);
    await analyzed(document);
    saveAs(document, FILE);
    await vi.waitFor(async () => expect(await offered()).toHaveLength(2));
    expect(set.analyses.all.map(({ uri }) => uri.toString())).toEqual([FILE, FILE]);
    const other = open('untitled:Untitled-2', TEXT);
    await analyzed(other, [0, 3]);
    await analyzed(other);
    close(other);
    await vi.waitFor(async () => expect(await offered()).toHaveLength(2));
  });
});

it('those that nobody asked for give way to the next of their kind', async () => {
  const document = open(FILE, TEXT);
  await analyzed(document);
  for (const word of ['stern', 'calm']) {
    edit(document, [8, document.text.length - 1], word);
    const read = set.reading.length;
    const again = set.analyzer.readAgain(asDocument(document));
    await vi.waitFor(() => expect(set.reading.length).toBe(read + 1));
    set.reading.at(-1)!.answer();
    await again;
  }
  expect(set.analyses.all.map(({ text }) => text).sort()).toEqual(['You are calm.', 'You are kind.']);
});
