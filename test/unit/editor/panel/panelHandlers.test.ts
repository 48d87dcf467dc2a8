import { setImmediate } from 'node:timers/promises';
import { expect, it, vi } from 'vitest';
import { createInferenceClient } from '../../../../src/inference/client/createInferenceClient';
import type { Params } from '../../../../src/protocol/borders/channel';
import { panelMethods, type PanelMethods } from '../../../../src/protocol/borders/panel';
import { fakeVscode } from '../fakeVscode';
import { fakeClock, fakeSpawn } from '../../inference/client/fakeChild';

vi.mock('vscode', async () => (await import('../fakeVscode')).fakeVscode);
const { panelHandlers } = await import('../../../../src/editor/panel/panelHandlers');

const ANSWER = { rows: 2, columns: 2, values: new Float32Array(4) };

/** A panel of one analysis whose process answers when told to. */
function setUp() {
  const { spawn, children } = fakeSpawn();
  const inference = createInferenceClient({ childPath: 'unused', spawn, clock: fakeClock() });
  const shown = { result: { model: { layers: 3, heads: 2 } } };
  const analyses = { byId: () => ({ model: 'm', tokenIds: [1, 2], shown }) };
  type Given = Parameters<typeof panelHandlers>;
  const handlers = panelHandlers({} as Given[0], { analyses, inference } as unknown as Given[1]);
  const ask = (layer: number, { signal } = new AbortController()) => {
    const request: Params<PanelMethods, 'maps'> = {
      ...{ analysis: 'a', layers: [layer], heads: ['mean'], firstQuery: 0, endQuery: 2, pool: 1 },
    };
    return Promise.resolve(handlers.maps(request, { signal, progress: () => undefined }));
  };
  const layersAsked = () =>
    children[0]!.received.map(({ params }) => (params as { layers: number[] }).layers[0]);
  return { children, ask, layersAsked };
}

it('maps that a page gives up are left out while they wait and let run once they run', async () => {
  const { children, ask, layersAsked } = setUp();
  const [runs, waits] = [new AbortController(), new AbortController()];
  const [first, second, third] = [ask(0, runs), ask(1, waits), ask(2)];
  runs.abort();
  waits.abort();
  await expect(first).rejects.toMatchObject({ code: 'cancelled' });
  await expect(second).rejects.toMatchObject({ code: 'cancelled' });
  expect(children[0]!.killed).toBe(false);
  expect(layersAsked()).toEqual([0]);
  children[0]!.answer(ANSWER);
  await setImmediate();
  expect(layersAsked()).toEqual([0, 2]);
  children[0]!.answer(ANSWER);
  expect(await third).toEqual(ANSWER);
  expect(children).toHaveLength(1);
});

it('a page without a result can have done what its buttons offer, and nothing else', async () => {
  const { act } = panelHandlers({} as never, {} as never);
  const context = { signal: new AbortController().signal, progress: () => undefined };
  await act({ action: 'analyze-example' }, context);
  expect(fakeVscode.commands.executeCommand).toHaveBeenLastCalledWith('attnscope.analyzeExample');
  await act({ action: 'open-model-setting' }, context);
  expect(fakeVscode.commands.executeCommand).toHaveBeenLastCalledWith(
    'workbench.action.openSettings',
    'attnscope.model.path',
  );
  expect(panelMethods.act.params.safeParse({ action: 'workbench.action.quit' }).success).toBe(false);
});
