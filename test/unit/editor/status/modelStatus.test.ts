import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Analyses } from '../../../../src/editor/analysis/analyses';
import type { ModelProcess } from '../../../../src/editor/model/modelProcess';
import { EventEmitter, fakeVscode } from '../fakeVscode';

vi.mock('vscode', async () => (await import('../fakeVscode')).fakeVscode);
const { registerModelStatus } = await import('../../../../src/editor/status/modelStatus');

const states = new EventEmitter<string>();
const item = {
  text: '',
  command: '',
  tooltip: { value: '' },
  show: vi.fn(),
  hide: vi.fn(),
  dispose: () => undefined,
};
const analyses = { onDidChange: () => ({ dispose: () => undefined }) } as unknown as Analyses;
const model = { state: 'stopped', onDidChangeState: states.event };

const open = (languageId: string): void => {
  fakeVscode.window.activeTextEditor = { document: { languageId, uri: { path: '/shop/notes' } } };
  for (const [listener] of fakeVscode.window.onDidChangeActiveTextEditor.mock.calls) listener();
};
const visible = (): boolean =>
  (item.show.mock.invocationCallOrder.at(-1) ?? 0) > (item.hide.mock.invocationCallOrder.at(-1) ?? 0);

beforeEach(() => {
  vi.clearAllMocks();
  fakeVscode.window.activeTextEditor = undefined;
  fakeVscode.window.createStatusBarItem.mockReturnValue(item);
  registerModelStatus(model as unknown as ModelProcess, analyses);
});

it('the model is named while a prompt file is in the active editor, and else keeps quiet', () => {
  expect(visible()).toBe(false);
  open('prompt');
  expect(visible()).toBe(true);
  expect(item.text).toBe('$(circle-outline) Attnscope: bundled model');
  open('python');
  expect(visible()).toBe(false);
});

it('the model stays in sight once it was used', () => {
  states.fire('starting');
  open('python');
  expect(visible()).toBe(true);
});

describe('a model of the person’s own', () => {
  const set = (path: string): void => {
    fakeVscode.workspace.getConfiguration.mockReturnValue({
      get: (name) => (name === 'attnscope.model.path' ? path : undefined),
    });
    for (const [listener] of fakeVscode.workspace.onDidChangeConfiguration.mock.calls)
      listener({ affectsConfiguration: (section: string) => section === 'attnscope.model' });
  };
  afterEach(() => void fakeVscode.workspace.getConfiguration.mockReturnValue({ get: () => undefined }));

  it('that is not there is never shown as if it were', async () => {
    set('/nowhere/mine.onnx');
    await vi.waitFor(() => expect(item.text).toBe('$(warning) Attnscope: model not found'));
    expect(item.tooltip.value).toContain('there is no model at "/nowhere/mine.onnx"');
    set(import.meta.filename);
    await vi.waitFor(() => expect(item.text).toBe('$(circle-outline) Attnscope: modelStatus.test.ts'));
  });
});

it('a click opens the choice of models', () => {
  expect(item.command).toBe('attnscope.chooseModel');
});
