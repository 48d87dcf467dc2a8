import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { fakeVscode } from '../../fakeVscode';

const showQuickPick = vi.fn();
vi.mock('vscode', async () => {
  const { fakeVscode } = await import('../../fakeVscode');
  Object.assign(fakeVscode.window, { showQuickPick: (...args: unknown[]) => showQuickPick(...args) });
  return fakeVscode;
});
const { chooseGraph } = await import('../../../../../src/editor/onRequest/model/chooseGraph');
const { settleGraph } = await import('../../../../../src/editor/onRequest/model/settleGraph');

let folder: string;
const place = (name: string) => path.join(folder, name);
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'attnscope-variants-'));
  for (const name of ['many', 'left', 'one']) mkdirSync(place(`${name}/onnx`), { recursive: true });
  for (const name of ['many', 'left']) {
    writeFileSync(place(`${name}/onnx/model.onnx`), '');
    writeFileSync(place(`${name}/onnx/model.onnx_data`), Buffer.alloc(3_000_000));
    writeFileSync(place(`${name}/onnx/model.onnx_data_1`), Buffer.alloc(1_000_000));
    writeFileSync(place(`${name}/onnx/model_q4.onnx`), Buffer.alloc(2_000_000));
  }
  writeFileSync(place('one/onnx/model.onnx'), '');
});
afterAll(() => rmSync(folder, { recursive: true }));

const update = vi.fn();
beforeEach(() => {
  showQuickPick.mockReset();
  update.mockReset();
});

/** An analysis with this in the settings. */
const analyzed = async (set: string) => {
  const get = (name: string) => (name === 'attnscope.model.path' ? set : undefined);
  const configuration = { get, inspect: () => ({ globalValue: set }), update };
  fakeVscode.workspace.getConfiguration.mockReturnValue(configuration as never);
  await settleGraph(set);
};

it('which graph of a folder is asked with sizes, weights beside it counted, and what each is', async () => {
  showQuickPick.mockImplementation(async (choices: { label: string }[]) => choices[1]);
  expect(await chooseGraph(place('many'))).toBe(place('many/onnx/model_q4.onnx'));
  expect(showQuickPick.mock.calls[0]![0]).toMatchObject([
    { label: 'onnx/model.onnx', description: '4 MB', detail: 'weights as they were trained' },
    { label: 'onnx/model_q4.onnx', description: '2 MB', detail: '4-bit blocks: smallest, maps differ more' },
  ]);
});

it('of one graph nothing is asked', async () => {
  expect(await chooseGraph(place('one'))).toBe(place('one'));
  await analyzed(place('one'));
  expect(showQuickPick).not.toHaveBeenCalled();
});

it('a folder in the settings is asked about once, and the answer kept there', async () => {
  showQuickPick.mockImplementation(async (choices: { label: string }[]) => choices[1]);
  await analyzed(place('many'));
  expect(update.mock.calls).toEqual([['attnscope.model.path', place('many/onnx/model_q4.onnx'), 'user']]);
  await analyzed(place('many/onnx/model_q4.onnx'));
  expect(showQuickPick).toHaveBeenCalledTimes(1);
});

it('who does not answer is not asked again, and nothing is changed', async () => {
  showQuickPick.mockResolvedValue(undefined);
  await analyzed(place('left'));
  await analyzed(place('left'));
  expect(showQuickPick).toHaveBeenCalledTimes(1);
  expect(update).not.toHaveBeenCalled();
});
