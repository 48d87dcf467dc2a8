import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { asDocument } from '../fakeDocuments';
import { analysesOf } from './fakeAnalyses';

const window = await vi.hoisted(async () => (await import('../fakeDocuments')).fakeWindow());
vi.mock('vscode', () => window.vscode);
const { targetAgain } = await import('../../../../src/editor/analysis/analysisState');
const { wholeDocument } = await import('../../../../src/editor/analysis/target');

const { vscode, open, close, edit } = window;
const FILE = 'file:/a.prompt.md';
const TEXT = 'You are kind.';
let set: Awaited<ReturnType<typeof analysesOf>>;

beforeEach(async () => {
  vscode.workspace.textDocuments.length = 0;
  set = await analysesOf(window);
});
afterEach(() => set.dispose());

it('why an analysis failed is told in the language of VS Code', async () => {
  const english =
    'The prompt is empty, so there is nothing for the model to read. Write or select some text first.';
  vscode.l10n.bundle = { [english]: 'Der Prompt ist leer.' };
  const outcome = await set.analyzer.analyze(wholeDocument(asDocument(open(FILE, ' '))));
  vscode.l10n.bundle = undefined;
  expect(outcome).toMatchObject({ kind: 'error', error: { message: 'Der Prompt ist leer.' } });
});

it('a text is read as its file was chosen to be, else as the settings say', async () => {
  const [chosen, other] = [open(FILE, TEXT), open('file:/b.prompt.md', TEXT)];
  set.readAs.choose(asDocument(chosen).uri, 'system');
  await set.analyzed(chosen);
  await set.analyzed(other);
  vscode.workspace.getConfiguration.mockReturnValue({
    get: (name) => (name === 'attnscope.analysis.readAs' ? 'raw' : undefined),
  });
  await set.analyzed(chosen);
  await set.analyzed(other);
  vscode.workspace.getConfiguration.mockReset();
  expect(set.asked.map(({ as }) => as)).toEqual(['system', 'user', 'system', 'raw']);
});

describe('an analysis whose tab is closed while the model reads', () => {
  it('goes on, and is there when the file is opened again', async () => {
    const document = open(FILE, TEXT);
    const { ended, model } = await set.begin(document);
    close(document);
    await setImmediate();
    expect(set.analyses.running?.uri).toBe(FILE);
    model.answer();
    expect((await ended).kind).toBe('result');
    open(FILE, TEXT);
    expect(set.known(FILE)).toBe('a.prompt.md');
  });
});

describe('an analysis that is cancelled', () => {
  it('gives way at once to the one before, which is found where its text stands by now', async () => {
    const document = open(FILE, TEXT);
    await set.analyzed(document, [8, 12]);
    const { ended } = await set.begin(document);
    edit(document, [0, 0], 'Hello. ');
    set.analyzer.cancel();
    expect(set.known(FILE)).toBe('a.prompt.md');
    expect(set.analyses.running).toBeUndefined();
    expect(await ended).toEqual({ kind: 'cancelled' });
    expect(targetAgain(set.analyses.state(FILE), asDocument(document))?.text).toBe('kind');
  });

  it('by a request for the same text gives way to that, and the one before is not shown in between', async () => {
    const document = open(FILE, TEXT);
    await set.analyzed(document);
    const { ended } = await set.begin(document);
    const told: (string | undefined)[] = [];
    set.analyses.onDidChange((uri) => told.push(set.known(uri)));
    const again = await set.begin(document);
    expect(await ended).toEqual({ kind: 'cancelled' });
    again.model.answer();
    await again.ended;
    expect(told).toEqual(['loading', 'a.prompt.md']);
  });

  it('by a request for another text leaves nothing that looks as if it ran', async () => {
    const { ended } = await set.begin(open(FILE, TEXT));
    const other = await set.begin(open('file:/b.prompt.md', TEXT));
    expect(await ended).toEqual({ kind: 'cancelled' });
    expect([set.known(FILE), set.analyses.running?.uri]).toEqual([undefined, 'file:/b.prompt.md']);
    other.model.answer();
    expect((await other.ended).kind).toBe('result');
  });

  it('by the end of its process, as when the cache is cleared, gives way to the one before', async () => {
    const document = open(FILE, TEXT);
    await set.analyzed(document);
    const { ended, model } = await set.begin(document);
    model.end();
    expect(await ended).toEqual({ kind: 'cancelled' });
    expect(set.known(FILE)).toBe('a.prompt.md');
  });
});

it('how much of a text is to be read is kept for the next time, be there a result or none', async () => {
  const document = open(FILE, TEXT);
  for (const end of ['answer', 'fail'] as const) {
    const { ended, model } = await set.begin(document, undefined, 'keep-last');
    model[end]();
    await ended;
    expect(targetAgain(set.analyses.state(FILE), asDocument(document))?.overflow).toBe('keep-last');
  }
});
