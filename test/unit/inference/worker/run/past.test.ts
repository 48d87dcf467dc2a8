import { Tensor } from 'onnxruntime-node';
import { describe, expect, it } from 'vitest';
import { bytesOf, cutPast, growingPast, NOTHING_READ } from '../../../../../src/inference/worker/run/past';

const HEADS = 3;
const WIDTH = 2;
const tails = [{ input: 'past', axis: 2, added: 'added' }];

/** Keys of tokens `[first, end)`: each number says of which head, token and place it is. */
function keys(first: number, end: number): Tensor {
  const numbers = Array.from({ length: HEADS }, (_, head) =>
    Array.from({ length: end - first }, (_, token) =>
      Array.from({ length: WIDTH }, (_, at) => 100 * head + 10 * (first + token) + at),
    ),
  );
  return new Tensor('float32', Float32Array.from(numbers.flat(2)), [1, HEADS, end - first, WIDTH]);
}

/** Reads tokens up to the last of `ends`, in runs that end there. */
function read(ends: readonly number[], from = NOTHING_READ) {
  const growing = growingPast(tails, from, ends.at(-1)!);
  return ends.reduce((past, end) => {
    const chunk = { first: past.tokens, end };
    return growing.add({ added: keys(chunk.first, end) }, chunk);
  }, from);
}

describe('a past', () => {
  it('that grows run by run is as if all had been read at once', () => {
    const { tokens, cache } = read([4, 5, 9]);
    expect(tokens).toBe(9);
    expect(cache.past!.dims).toEqual([1, HEADS, 9, WIDTH]);
    expect(cache.past!.data).toEqual(keys(0, 9).data);
    expect(bytesOf({ tokens, cache })).toBe(4 * HEADS * 9 * WIDTH);
  });

  it('that is gone on from stays as it is, for others to go on from it too', () => {
    const start = read([4]);
    expect(read([6, 9], start).cache.past!.data).toEqual(keys(0, 9).data);
    expect(read([5], start).cache.past!.data).toEqual(keys(0, 5).data);
    expect(start.cache.past!.data).toEqual(keys(0, 4).data);
  });

  it('can be cut to its first tokens, and is nothing where more are asked for than there are', () => {
    const past = read([9]);
    expect(cutPast(tails, past, 5).cache.past!.data).toEqual(keys(0, 5).data);
    expect(cutPast(tails, past, 9)).toBe(past);
    expect(cutPast(tails, past, 0)).toBe(NOTHING_READ);
    expect(cutPast(tails, past, 10)).toBe(NOTHING_READ);
  });

  it('refuses a model that does not add each token it read', () => {
    const growing = growingPast(tails, NOTHING_READ, 4);
    expect(() => growing.add({ added: keys(0, 3) }, { first: 0, end: 4 })).toThrow(/each token/);
  });
});
