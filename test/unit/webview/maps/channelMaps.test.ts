import { expect, test } from 'vitest';
import { channelMaps, type RequestMaps } from '../../../../webview/maps/channelMaps';

const TOKENS = 1501;
const never = new AbortController().signal;

/** A weight that tells its layer and cell; of a pooled cell, of its first token. */
const weightOf = (layer: number, query: number, key: number) => layer + query / 2 ** 11 + key / 2 ** 22;

/** Answers as the extension does, and notes how long each answer is in bytes. */
function extension(answers: number[]): RequestMaps {
  return async ({ layers, firstQuery, endQuery, pool }) => {
    const rows = Math.ceil((endQuery - firstQuery) / pool);
    const columns = Math.ceil(TOKENS / pool);
    const values = new Float32Array(layers.length * rows * columns);
    let at = 0;
    for (const layer of layers) {
      for (let row = 0; row < rows; row++) {
        for (let column = 0; column < columns; column++)
          values[at++] = weightOf(layer, firstQuery + row * pool, column * pool);
      }
    }
    answers.push(values.byteLength);
    return { rows, columns, values };
  };
}

test.each([1, 2])('large maps come in pieces that keep neither end waiting, pooled by %i', async (pool) => {
  const answers: number[] = [];
  const request = { layers: [2, 5], heads: ['mean' as const], firstQuery: 0, endQuery: TOKENS, pool };
  const { rows, columns, values } = await channelMaps(extension(answers)).maps(request, never);
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
      expect(value).toBe(Math.fround(weightOf(layer, row * pool, column * pool)));
    }
  }
});

test('small ones come at once, and a second time not at all', async () => {
  const answers: number[] = [];
  const maps = channelMaps(extension(answers));
  const request = { layers: [0], heads: ['mean' as const], firstQuery: 0, endQuery: 200, pool: 1 };
  expect(await maps.maps(request, never)).toBe(await maps.maps(request, never));
  expect(answers).toHaveLength(1);
});
