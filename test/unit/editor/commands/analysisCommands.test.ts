import { setImmediate } from 'node:timers/promises';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { TextDocument } from 'vscode';
import type { AnalysisState } from '../../../../src/editor/analysis/analysisState';
import type { AnalysisTarget } from '../../../../src/editor/analysis/target';
import type { AnalysisParts } from '../../../../src/editor/commands/runAnalysis';
import type { Overflow } from '../../../../src/protocol/borders/inference';
import type { AskedAnalysis } from '../../../../src/protocol/borders/panel';
import { fakeMemento } from '../analysis/fakeModel';
import { EventEmitter } from '../fakeVscode';

const { vscode, open, show, activate, close, files } = await vi.hoisted(async () =>
  (await import('../fakeDocuments')).fakeWindow(),
);
vi.mock('vscode', () => vscode);
const attention = { place: ['analysis', 'fingerprint'] };
/** Documents that a model has read. */
const read = new Set<string>();
vi.mock('../../../../src/editor/analysis/attentionAt', () => ({
  attentionAt: (_: unknown, uri: { toString(): string }) =>
    read.has(uri.toString()) ? attention : undefined,
}));
const { wholeDocument } = await import('../../../../src/editor/analysis/target');
const { ReadAsChoices } = await import('../../../../src/editor/settings/readAsChoices');
const { registerAnalysisCommands } = await import('../../../../src/editor/commands/analysisCommands');

const PROMPT = 'file:/x.prompt.md';
const TEXT = 'You are kind.';

const commands = new Map<string, (...args: unknown[]) => Promise<void>>();
const message = vi.fn();
const pick = vi.fn(async (_items: unknown, _options: unknown): Promise<unknown> => undefined);
Object.assign(vscode.window, { showInformationMessage: message, showQuickPick: pick });
Object.assign(vscode.commands, {
  registerCommand: (name: string, run: (...args: unknown[]) => Promise<void>) => {
    commands.set(name, run);
    return { dispose: () => undefined };
  },
});

let readAs: InstanceType<typeof ReadAsChoices>;
let registered: { dispose(): void } | undefined;
let analyzed: AnalysisTarget[];
const asked = new EventEmitter<AskedAnalysis>();
const panel = {
  document: undefined as string | undefined,
  onDidAsk: asked.event,
  turnTo: () => undefined,
  goTo: vi.fn(),
  leaveOut: vi.fn(),
};
/** What is known of the document in the panel. */
let known: AnalysisState | undefined;
const asRead = () => analyzed.map(({ name, text, overflow }) => [name, text, overflow]);

beforeEach(() => {
  analyzed = [];
  readAs = new ReadAsChoices(fakeMemento());
  known = undefined;
  message.mockReset();
  panel.goTo.mockReset();
  panel.leaveOut.mockReset();
  read.clear();
  vscode.workspace.textDocuments.length = 0;
  vscode.window.visibleTextEditors = [];
  activate(undefined);
  const analyses = { state: () => known, onDidChange: () => ({ dispose: () => undefined }) };
  const analyzer = {
    analyze: async (target: AnalysisTarget) => {
      analyzed.push(target);
      read.add(target.document.uri.toString());
      return { kind: 'cancelled' };
    },
  };
  const parts = {
    analyses,
    analyzer,
    panel,
    webviews: { visible: true, reveal: async () => undefined, focus: async () => undefined },
    reveal: { isOurs: () => false },
    model: { restart: () => undefined },
    readAs,
    log: { error: () => undefined },
  } as unknown as AnalysisParts;
  registered?.dispose();
  registered = registerAnalysisCommands(parts);
  panel.document = PROMPT;
});

/** What is known of a document that was not read to the end. */
function failed(document: TextDocument, overflow: Overflow): AnalysisState {
  const target = { ...wholeDocument(document), overflow };
  return { kind: 'error', target, place: target.place, error: { code: 'crashed', message: '' } };
}

/** Presses the panel's button, and waits for what comes of it. */
async function ask(wanted: AskedAnalysis = {}): Promise<void> {
  asked.fire(wanted);
  await setImmediate();
}

describe('a button of the panel analyses the document that it names', () => {
  it('while no text editor is active, as with the panel in a tab', async () => {
    open(PROMPT, TEXT);
    await ask();
    expect(asRead()).toEqual([['x.prompt.md', TEXT, 'refuse']]);
  });

  it('what is selected in its editor, where something is', async () => {
    show(open(PROMPT, TEXT), [8, 12]);
    await ask();
    expect(asRead()).toEqual([['x.prompt.md, selection, line 1', 'kind', 'refuse']]);
  });

  it('as the document that it is where all of it is selected, with or without its last line break', async () => {
    show(open(PROMPT, `${TEXT}\n`), [0, TEXT.length]);
    await ask();
    expect(asRead()).toEqual([['x.prompt.md', `${TEXT}\n`, 'refuse']]);
  });

  it('and all of it where that is wanted', async () => {
    show(open(PROMPT, TEXT), [8, 12]);
    await ask({ whole: true });
    expect(asRead()).toEqual([['x.prompt.md', TEXT, 'refuse']]);
  });

  it('while another text is active, as the output view', async () => {
    show(open(PROMPT, TEXT));
    activate(show(open('output:log', 'A log.')));
    await ask();
    expect(asRead()).toEqual([['x.prompt.md', TEXT, 'refuse']]);
  });

  it('and is opened for that, where it was closed', async () => {
    files.set(PROMPT, TEXT);
    await ask();
    expect(asRead()).toEqual([['x.prompt.md', TEXT, 'refuse']]);
  });

  it('and no other where it is gone, which is said', async () => {
    close(open(PROMPT, TEXT));
    files.clear();
    activate(show(open('file:/other.md', 'Another.')));
    await ask();
    expect(analyzed).toEqual([]);
    expect(message).toHaveBeenCalledWith('Open a prompt first: there is no text to analyze.');
  });
});

it('the command does the same while the panel in a tab is active', async () => {
  open(PROMPT, TEXT);
  await commands.get('attnscope.analyze')!();
  expect(asRead()).toEqual([['x.prompt.md', TEXT, 'refuse']]);
});

it('that only the end is to be read is asked for in the panel, and holds when it is read again', async () => {
  const document = open(PROMPT, TEXT) as never;
  known = failed(document, 'refuse');
  await ask({ overflow: 'keep-last' });
  known = failed(document, 'keep-last');
  await ask();
  expect(asRead().map(([, , overflow]) => overflow)).toEqual(['keep-last', 'keep-last']);
});

describe('what the model attends to at a finding is shown', () => {
  const finding = { rule: 'override/previous-instructions', start: 0, end: 7 };

  it('after an analysis, where there was none yet', async () => {
    open(PROMPT, TEXT);
    await commands.get('attnscope.showFinding')!(PROMPT, finding);
    expect(asRead()).toEqual([['x.prompt.md', TEXT, 'refuse']]);
    expect(panel.goTo).toHaveBeenCalledExactlyOnceWith('analysis', 'fingerprint');
  });

  it('at once, where a model has read it', async () => {
    open(PROMPT, TEXT);
    read.add(PROMPT);
    await commands.get('attnscope.showFinding')!(PROMPT, finding);
    expect(analyzed).toEqual([]);
    expect(panel.goTo).toHaveBeenCalledExactlyOnceWith('analysis', 'fingerprint');
  });
});

describe('a passage is left out and compared', () => {
  const leaveOut = (...args: unknown[]) => commands.get('attnscope.leaveOut')!(...args);
  /** Tokens of the text, a word each. */
  const tokens = [...TEXT.matchAll(/ ?[^ ]+/g)].map(({ 0: text, index }) => ({
    ...{ text, start: index, end: index + text.length },
  }));
  const analysis = {
    id: 'a',
    place: { start: 0, length: TEXT.length, changed: false },
    shown: { result: { tokens } },
  };

  it('by its finding, in the analysis that read it', async () => {
    open(PROMPT, TEXT);
    known = { kind: 'result', analysis } as unknown as AnalysisState;
    await leaveOut(PROMPT, { start: 4, end: 7 });
    expect(analyzed).toEqual([]);
    expect(panel.leaveOut).toHaveBeenCalledExactlyOnceWith('a', { first: 1, end: 2 });
  });

  it('by what is selected, after an analysis where there was none yet', async () => {
    activate(show(open(PROMPT, TEXT), [8, 12]));
    const asked = leaveOut();
    known = { kind: 'result', analysis } as unknown as AnalysisState;
    await asked;
    expect(panel.leaveOut).toHaveBeenCalledExactlyOnceWith('a', { first: 2, end: 3 });
    expect(asRead()).toEqual([['x.prompt.md', TEXT, 'refuse']]);
  });

  it('which is asked for where nothing is selected', async () => {
    activate(show(open(PROMPT, TEXT), [8, 8]));
    await leaveOut();
    expect(message).toHaveBeenCalledOnce();
    expect([analyzed, panel.leaveOut.mock.calls]).toEqual([[], []]);
  });
});

describe('how a text is to be read', () => {
  const choose = () => commands.get('attnscope.readAs')!();

  it('is asked for, told as it is now, and kept; the text is read again', async () => {
    const { uri } = show(open(PROMPT, TEXT), [8, 12]).document;
    activate(vscode.window.visibleTextEditors[0]);
    pick.mockImplementationOnce(async (items) => {
      const ways = items as { as: string; description?: string }[];
      expect(ways.map(({ as, description }) => [as, description])).toEqual([
        ['user', 'as now'],
        ['system', undefined],
        ['raw', undefined],
      ]);
      return ways[2];
    });
    await choose();
    expect(readAs.of(uri as never)).toBe('raw');
    expect(asRead()).toEqual([['x.prompt.md, selection, line 1', 'kind', 'refuse']]);
  });

  it('stays where the person declines, and nothing is read', async () => {
    const { uri } = open(PROMPT, TEXT);
    await choose();
    expect([readAs.of(uri as never), asRead()]).toEqual(['user', []]);
  });
});
