import { setImmediate } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { channelMaps, type RequestMaps } from '../../../../webview/maps/channelMaps';

const TOKENS = 1501;
const never = new AbortController().signal;

/** A weight that tells its layer and cell; of a pooled cell, of its first token. */
const weightOf = (layer: number, query: number, key: number) => layer + query / 2 ** 11 + key / 2 ** 22;

const seen = (causal: boolean, row: number, column: number) => !causal || column <= row;

/** Answers as the extension does, and notes how long each answer is in bytes; a causal model sees nothing ahead. */
function extension(answers: number[], causal = true): RequestMaps {
  return async ({ layers, firstQuery, endQuery, pool }) => {
    const rows = Math.ceil((endQuery - firstQuery) / pool);
    const columns = Math.ceil((causal ? endQuery : TOKENS) / pool);
    const values = new Float32Array(layers.length * rows * columns);
    let at = 0;
    for (const layer of layers) {
      for (let row = 0; row < rows; row++) {
        for (let column = 0; column < columns; column++)
          values[at++] = seen(causal, firstQuery / pool + row, column)
            ? weightOf(layer, firstQuery + row * pool, column * pool)
            : 0;
      }
    }
    answers.push(values.byteLength);
    return { rows, columns, values };
  };
}

test.each([
  [1, true],
  [2, true],
  [1, false],
])(
  'large maps come in pieces that keep neither end waiting, pooled by %i, causal: %s',
  async (pool, causal) => {
    const answers: number[] = [];
    const request = { layers: [2, 5], heads: ['mean' as const], firstQuery: 0, endQuery: TOKENS, pool };
    const { rows, columns, values } = await channelMaps(TOKENS, extension(answers, causal)).maps(
      request,
      never,
    );
    expect(answers.length).toBeGreaterThan(1);
    expect(Math.max(...answers)).toBeLessThanOrEqual(4 * 1024 * 1024);
    expect([rows, columns]).toEqual([Math.ceil(TOKENS / pool), Math.ceil(TOKENS / pool)]);
    expect(values).toHaveLength(2 * rows * columns);
    for (const [map, layer] of request.layers.entries()) {
      for (const [row, column] of [
        [0, 0],
        [rows - 1, columns - 1],
        [Math.floor(rows / 2), 7],
        [3, columns - 2],
      ] as const) {
        const value = values[(map * rows + row) * columns + column];
        expect(value).toBe(
          seen(causal, row, column) ? Math.fround(weightOf(layer, row * pool, column * pool)) : 0,
        );
      }
    }
  },
);

test('the pieces of a large map are all asked for before the first is there', async () => {
  let asked = 0;
  const waiting = channelMaps(TOKENS, () => {
    asked++;
    return new Promise(() => undefined);
  }).maps({ layers: [2], heads: ['mean'], firstQuery: 0, endQuery: TOKENS, pool: 1 }, never);
  void waiting.catch(() => undefined);
  await setImmediate();
  expect(asked).toBe(3);
});

test('small ones come at once, and a second time not at all', async () => {
  const answers: number[] = [];
  const maps = channelMaps(TOKENS, extension(answers));
  const request = { layers: [0], heads: ['mean' as const], firstQuery: 0, endQuery: 200, pool: 1 };
  expect(await maps.maps(request, never)).toBe(await maps.maps(request, never));
  expect(answers).toHaveLength(1);
});

describe('a map that two wait for', () => {
  const request = { layers: [0], heads: ['mean' as const], firstQuery: 0, endQuery: 200, pool: 1 };

  /** An extension that answers when told to; `asked` has the signal of each request. */
  function slowExtension() {
    const asked: AbortSignal[] = [];
    let answer = () => {};
    const told = new Promise<void>((resolve) => (answer = resolve));
    const maps = channelMaps(TOKENS, async (wanted, signal, onProgress) => {
      asked.push(signal);
      await told;
      return extension([])(wanted, signal, onProgress);
    });
    return { maps, asked, answer };
  }

  test('is asked for once, and comes to who still waits where the other left', async () => {
    const { maps, asked, answer } = slowExtension();
    const [first, second] = [new AbortController(), new AbortController()];
    const left = maps.maps(request, first.signal);
    const stayed = maps.maps(request, second.signal);
    first.abort();
    await expect(left).rejects.toThrow('abort');
    expect(asked).toHaveLength(1);
    expect(asked[0]!.aborted).toBe(false);
    answer();
    expect((await stayed).rows).toBe(200);
    expect(await maps.maps(request, never)).toBe(await stayed);
  });

  test('is given up where both left, and asked for anew by the next', async () => {
    const { maps, asked, answer } = slowExtension();
    const both = [new AbortController(), new AbortController()];
    const waits = both.map(({ signal }) => maps.maps(request, signal).catch(() => 'left'));
    for (const one of both) one.abort();
    expect(await Promise.all(waits)).toEqual(['left', 'left']);
    expect(asked[0]!.aborted).toBe(true);
    answer();
    expect((await maps.maps(request, never)).rows).toBe(200);
    expect(asked).toHaveLength(2);
  });
});

test('the oldest maps go where all together are too large, and no sooner', async () => {
  const answers: number[] = [];
  const maps = channelMaps(TOKENS, extension(answers));
  const map = (layer: number) => ({
    layers: [layer],
    heads: ['mean' as const],
    firstQuery: 0,
    endQuery: TOKENS,
    pool: 1,
  });
  // Eleven maps of 9 MB are a little more than 96 MiB.
  for (let layer = 0; layer < 11; layer++)
    await Promise.all([maps.maps(map(layer), never), maps.maps(map(layer), never)]);
  const before = answers.length;
  await maps.maps(map(10), never);
  await maps.maps(map(1), never);
  expect(answers).toHaveLength(before);
  for (let layer = 11; layer < 13; layer++) await maps.maps(map(layer), never);
  const after = answers.length;
  await maps.maps(map(0), never);
  expect(answers.length).toBeGreaterThan(after);
});

test('squares by their mean are other maps than those by their largest weight, which are asked for unless said', async () => {
  const asked: unknown[] = [];
  const source = channelMaps(TOKENS, (request, ...rest) => {
    asked.push(request.by);
    return extension([])(request, ...rest);
  });
  const map = { layers: [0], heads: ['mean' as const], firstQuery: 0, endQuery: TOKENS, pool: 16 };
  await source.maps(map, never);
  await source.maps({ ...map, by: 'largest', way: 'weights' }, never);
  expect(asked).toEqual([undefined]);
  expect(await source.maps({ ...map, by: 'mean' }, never)).toMatchObject({ by: 'mean', pool: 16 });
  expect(asked).toEqual([undefined, 'mean']);
});
