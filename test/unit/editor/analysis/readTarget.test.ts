import { beforeEach, expect, it, vi } from 'vitest';
import { fakeVscode } from '../fakeVscode';
import { quickScanner } from './fakeModel';

const analyze = vi.fn(async (_inference: unknown, _request: { model: string }) => ({}));
const settleGraph = vi.fn(async (_folder: string) => undefined);
const variants = vi.fn();
vi.mock('vscode', async () => (await import('../fakeVscode')).fakeVscode);
vi.mock('../../../../src/editor/analysis/analysisProgram', () => ({
  analyze,
  graphChoices: async (folder: string) => ({ variants: variants(folder) }),
}));
vi.mock('../../../../src/editor/onRequest/onRequest', () => ({ settleGraph }));
const { readTarget } = await import('../../../../src/editor/analysis/readTarget');

/** Reads a text with this model in the settings; `letRun`: unseen. */
async function read(own: string, letRun = false): Promise<string> {
  const get = (name: string) => (name === 'attnscope.model.path' ? own : undefined);
  fakeVscode.workspace.getConfiguration.mockReturnValue({ get } as never);
  const readAs = { of: () => 'user', trustOf: () => undefined };
  const reader = {
    inference: {},
    scanner: quickScanner(),
    readAs,
    bundledModel: '/bundled',
    toolVersion: '0',
  };
  const target = {
    document: { uri: { path: '/a.md' }, languageId: 'markdown' },
    text: '',
    overflow: 'refuse',
  };
  const options = { signal: new AbortController().signal, letRun };
  const { model } = await readTarget(reader as never, target as never, options);
  return model;
}

beforeEach(() => {
  settleGraph.mockClear();
  variants.mockReturnValue([{}, {}]);
});

it('of a folder whose graphs differ in their weights it is asked which, before it is read', async () => {
  expect(await read('/models/small')).toBe('/models/small');
  expect(settleGraph.mock.calls).toEqual([['/models/small']]);
});

it('nobody is asked by what runs unseen, of one graph, or of the bundled model', async () => {
  await read('/models/small', true);
  expect(await read('')).toBe('/bundled');
  variants.mockReturnValue([{}]);
  await read('/models/small');
  expect(settleGraph).not.toHaveBeenCalled();
});
