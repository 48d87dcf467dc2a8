import { describe, expect, it } from 'vitest';
import { createMapRequests } from '../../../../src/editor/panel/mapRequests';
import type { Inference, InferenceParams } from '../../../../src/protocol/inference';

const params = (layer: number): InferenceParams<'maps'> => ({
  model: 'm',
  tokenIds: [1, 2],
  layers: [layer],
  heads: ['mean'],
  firstQuery: 0,
  endQuery: 2,
  pool: 1,
});

/** Answers when told to; keeps which layers were asked for and whether a signal came along. */
function slowInference() {
  const asked: { layer: number; signal: AbortSignal | undefined; answer: (error?: Error) => void }[] = [];
  const inference = {
    request: (_method: string, wanted: InferenceParams<'maps'>, options?: { signal?: AbortSignal }) =>
      new Promise((resolve, reject) =>
        asked.push({
          layer: wanted.layers[0]!,
          signal: options?.signal,
          answer: (error) =>
            error ? reject(error) : resolve({ rows: 2, columns: 2, values: new Float32Array(4) }),
        }),
      ),
  } as unknown as Inference;
  return { asked, maps: createMapRequests(inference) };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('map requests', () => {
  it('go one after the other, also after one that failed', async () => {
    const { asked, maps } = slowInference();
    const { signal } = new AbortController();
    const first = maps(params(0), signal).catch((error: Error) => error.message);
    const second = maps(params(1), signal);
    await turn();
    expect(asked.map(({ layer }) => layer)).toEqual([0]);
    asked[0]!.answer(new Error('no'));
    expect(await first).toBe('no');
    await turn();
    asked[1]!.answer();
    expect((await second).rows).toBe(2);
  });

  it('that are not wanted any more are left out while they wait', async () => {
    const { asked, maps } = slowInference();
    const unwanted = new AbortController();
    const first = maps(params(0), new AbortController().signal);
    const second = maps(params(1), unwanted.signal).catch(() => 'left out');
    const third = maps(params(2), new AbortController().signal);
    unwanted.abort();
    await turn();
    asked[0]!.answer();
    await first;
    expect(await second).toBe('left out');
    await turn();
    expect(asked.map(({ layer }) => layer)).toEqual([0, 2]);
    asked[1]!.answer();
    await third;
  });

  it('that run are never ended, since that would end the process', async () => {
    const { asked, maps } = slowInference();
    const unwanted = new AbortController();
    void maps(params(0), unwanted.signal);
    await turn();
    unwanted.abort();
    expect(asked[0]!.signal).toBeUndefined();
  });
});
