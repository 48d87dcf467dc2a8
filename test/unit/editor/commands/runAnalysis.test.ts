import { beforeEach, expect, it, vi } from 'vitest';
import type { AnalysisState } from '../../../../src/editor/analysis/analysisState';
import type { Outcome } from '../../../../src/editor/analysis/analyzer';
import type { AnalysisTarget } from '../../../../src/editor/analysis/target';
import type { AnalysisParts } from '../../../../src/editor/commands/runAnalysis';
import { asDocument, type FakeDocument } from '../fakeDocuments';
import { fakeVscode } from '../fakeVscode';

const { vscode, open, edit } = await vi.hoisted(async () => (await import('../fakeDocuments')).fakeWindow());
vi.mock('vscode', () => vscode);
const { wholeDocument } = await import('../../../../src/editor/analysis/target');
const { runAnalysis } = await import('../../../../src/editor/commands/runAnalysis');

const PROMPT = 'file:/x.prompt.md';
const TEXT = 'You are kind.';
const failedBy = (code: 'crashed' | 'too-long' | 'bad-model'): Outcome => ({
  kind: 'error',
  error: { code, message: 'It ended.' },
});

const message = vi.fn(async (_text: string, ..._buttons: string[]): Promise<string | undefined> => undefined);
Object.assign(vscode.window, { showWarningMessage: message, showErrorMessage: message });

let analyzed: AnalysisTarget[];
let outcomes: Outcome[];
let known: AnalysisState | undefined;
let parts: AnalysisParts;
let document: FakeDocument;
const panel = { document: undefined as string | undefined, turnTo: vi.fn() };

beforeEach(() => {
  [analyzed, outcomes, known] = [[], [], undefined];
  vi.clearAllMocks();
  vscode.workspace.textDocuments.length = 0;
  document = open(PROMPT, TEXT);
  panel.document = PROMPT;
  const analyze = async (target: AnalysisTarget): Promise<Outcome> => {
    analyzed.push(target);
    const outcome = outcomes.shift() ?? { kind: 'cancelled' };
    if (outcome.kind === 'error') known = { ...outcome, target, place: target.place };
    return outcome;
  };
  parts = {
    analyses: { state: () => known },
    analyzer: { analyze },
    panel,
    webviews: { visible: true, reveal: async () => undefined },
    model: { restart: () => undefined },
    log: { error: () => undefined },
  } as unknown as AnalysisParts;
});

const target = (): AnalysisTarget => wholeDocument(asDocument(document));
const overflows = () => analyzed.map(({ overflow }) => overflow);

it('who asks for an analysis sees it', async () => {
  await runAnalysis(parts, target());
  expect(panel.turnTo).toHaveBeenCalledWith(PROMPT);
});

it('that the text is too long is left to the panel, where it shows that document', async () => {
  outcomes = [failedBy('too-long')];
  await runAnalysis(parts, target());
  expect(message).not.toHaveBeenCalled();
});

it('that the text is too long is told, with what there is to choose, where the panel has moved on', async () => {
  outcomes = [failedBy('too-long')];
  message.mockResolvedValueOnce('Read Only the End');
  panel.turnTo.mockImplementationOnce(() => (panel.document = 'file:/other.md'));
  await runAnalysis(parts, target());
  expect(message).toHaveBeenCalledWith('It ended.', 'Read Only the End');
  expect(overflows()).toEqual(['refuse', 'keep-last']);
});

it('after a crash the text is read again as it is by now, and as much of it as before', async () => {
  outcomes = [failedBy('crashed')];
  message.mockImplementationOnce(async () => {
    edit(document, [0, 0], 'Hello. ');
    return 'Restart';
  });
  await runAnalysis(parts, { ...target(), overflow: 'keep-last' });
  expect(overflows()).toEqual(['keep-last', 'keep-last']);
  expect(analyzed.map(({ text }) => text)).toEqual([TEXT, `Hello. ${TEXT}`]);
});

it('a model of the person’s own that cannot be read can be changed, or left for the bundled one', async () => {
  fakeVscode.workspace.getConfiguration.mockReturnValue({
    get: (name) => (name === 'attnscope.model.path' ? '/nowhere/mine.onnx' : undefined),
  });
  const cases = [
    ['Examine Model', 'attnscope.examineModel', target().document.uri],
    ['Open Setting', 'workbench.action.openSettings', 'attnscope.model.path'],
    ['Use Bundled Model', 'attnscope.useBundledModel'],
  ] as const;
  for (const [button, ...command] of cases) {
    outcomes = [failedBy('bad-model')];
    message.mockResolvedValueOnce(button);
    panel.turnTo.mockImplementationOnce(() => (panel.document = 'file:/other.md'));
    await runAnalysis(parts, target());
    expect(message).toHaveBeenLastCalledWith(
      'It ended.',
      'Examine Model',
      'Open Setting',
      'Use Bundled Model',
    );
    expect(vscode.commands.executeCommand).toHaveBeenLastCalledWith(...command);
  }
  fakeVscode.workspace.getConfiguration.mockReturnValue({ get: () => undefined });
});
