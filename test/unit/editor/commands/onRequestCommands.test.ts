import { beforeEach, expect, it, vi } from 'vitest';
import type * as vscodeTypes from 'vscode';
import type { AnalysisParts } from '../../../../src/editor/commands/runAnalysis';
import { AttnscopeError } from '../../../../src/protocol/errors';

const { vscode } = await vi.hoisted(async () => (await import('../fakeDocuments')).fakeWindow());
vi.mock('vscode', () => vscode);
const program = vi.hoisted(() => ({
  chooseAnalysis: vi.fn(),
  copyMarkdown: vi.fn(),
  exportReport: vi.fn(),
  useBundledModel: vi.fn(),
}));
vi.mock('../../../../src/editor/onRequest/onRequest', () => program);
const analyzeShown = vi.fn();
vi.mock('../../../../src/editor/commands/analysisCommands', () => ({ analyzeShown }));
const { registerOnRequest } = await import('../../../../src/editor/commands/onRequestCommands');

const commands = new Map<string, () => Promise<void>>();
const [told, failed] = [vi.fn(), vi.fn()];
Object.assign(vscode.window, { showInformationMessage: told, showErrorMessage: failed });
Object.assign(vscode.commands, {
  registerCommand: (name: string, run: () => Promise<void>) => {
    commands.set(`${name}`, run);
    return { dispose: () => undefined };
  },
});
const run = (name: string): Promise<void> => commands.get(`attnscope.${name}`)!();

const analysis = { id: 'a' };
let state: unknown;
const analyses = { state: () => state, set: vi.fn(), running: undefined as { uri: string } | undefined };
const analyzer = { cancel: vi.fn() };
beforeEach(() => {
  vi.clearAllMocks();
  analyses.running = undefined;
  const panel = {
    document: 'file:/x',
    turnTo: () => undefined,
    onDidLock: () => ({ dispose: () => undefined }),
  };
  const parts = { analyses, analyzer, panel, webviews: { reveal: () => undefined }, model: 'model' };
  registerOnRequest(
    parts as unknown as AnalysisParts,
    '/cache',
    { extensionUri: '/ext' } as unknown as vscodeTypes.ExtensionContext,
    {} as Parameters<typeof registerOnRequest>[3],
  );
});

it('what the panel shows is exported, also while its text is read again', async () => {
  for (state of [
    { kind: 'result', analysis },
    { kind: 'loading', before: analysis },
  ]) {
    await run('copyMarkdown');
    expect(program.copyMarkdown).toHaveBeenLastCalledWith(analysis);
    await run('exportReport');
    expect(program.exportReport).toHaveBeenLastCalledWith(analysis, 'model', '/ext');
  }
  expect(told).not.toHaveBeenCalled();
});

it('where there is no analysis, that is said', async () => {
  state = undefined;
  await run('copyMarkdown');
  expect(told).toHaveBeenCalledWith('Analyze a prompt first: there is no analysis to export.');
});

it('what goes wrong is told', async () => {
  state = { kind: 'result', analysis };
  program.exportReport.mockRejectedValueOnce(new AttnscopeError('crashed', 'The model ended.'));
  await run('exportReport');
  expect(failed).toHaveBeenCalledWith('The model ended.');
});

it('a text that could not be read is read again once the bundled model is used', async () => {
  state = { kind: 'error' };
  await run('useBundledModel');
  expect(analyzeShown).toHaveBeenCalledOnce();
  state = { kind: 'result', analysis };
  await run('useBundledModel');
  expect(analyzeShown).toHaveBeenCalledOnce();
});

it('an analysis that is chosen ends one of its document that runs, and no other', async () => {
  program.chooseAnalysis.mockResolvedValue({ ...analysis, uri: vscode.Uri.parse('file:/x'), place: {} });
  analyses.running = { uri: 'file:/y' };
  await run('showAnalysis');
  expect(analyzer.cancel).not.toHaveBeenCalled();
  analyses.running = { uri: 'file:/x' };
  await run('showAnalysis');
  expect(analyzer.cancel).toHaveBeenCalledOnce();
  expect(analyses.set).toHaveBeenCalledTimes(2);
});
