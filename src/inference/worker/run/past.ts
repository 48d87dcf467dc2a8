import { Tensor } from 'onnxruntime-node';
import type { CacheTail } from '../../../model/tap/cacheTails';
import { AttnscopeError } from '../../../protocol/errors';
import type { Chunk } from './chunks';
import type { Tensors } from './tappedSession';

/** What a model has read: how many tokens, and their keys and values by the inputs that they go in by. */
export interface Past {
  tokens: number;
  cache: Tensors;
  /** Its tensors begin memory with room for so many tokens that nobody else uses: who goes on from it uses it up. */
  roomFor?: number;
}

export const NOTHING_READ: Past = { tokens: 0, cache: {} };

/** Numbers of whatever type a cache has. */
type Numbers = Float32Array | Uint16Array;

/** A past that grows in place, chunk by chunk, with room for all that is to be read. */
export interface GrowingPast {
  /** Takes what a run of the next chunk has added. What was given before holds other numbers then. */
  add(results: Tensors, chunk: Chunk): Past;
}

/** Goes on from a past, which stays as it is unless it has room, up to `end` tokens. */
export function growingPast(tails: readonly CacheTail[], past: Past, end: number): GrowingPast {
  const { roomFor = 0 } = past;
  const rooms = new Map<string, Numbers>();

  function grown({ input, axis, added }: CacheTail, results: Tensors, { first, end: now }: Chunk): Tensor {
    const tail = results[added]!;
    const { dims, type } = tail;
    if (dims[axis] !== now - first)
      throw new AttnscopeError('internal', 'A model did not add each token that it read to its cache.');
    const { outer, inner } = around(dims, axis);
    const numbers = tail.data as Numbers;
    let room = rooms.get(input);
    if (!room) {
      const Room = numbers.constructor as Float32ArrayConstructor;
      const before = past.cache[input]?.data as Numbers | undefined;
      if (before && roomFor >= end) room = new Room(before.buffer as ArrayBuffer);
      else {
        room = new Room(outer * end * inner);
        if (before) room.set(before);
      }
      rooms.set(input, room);
    }
    const [was, is, grows] = [first * inner, now * inner, (now - first) * inner];
    // Last block first: each moves to where only blocks stood that have moved.
    for (let block = outer - 1; block >= 0; block--) {
      room.copyWithin(block * is, block * was, (block + 1) * was);
      room.set(numbers.subarray(block * grows, (block + 1) * grows), block * is + was);
    }
    return new Tensor(
      type as 'float32',
      room.subarray(0, outer * is) as Float32Array,
      resized(dims, axis, now),
    );
  }

  return {
    add: (results, chunk) => ({
      tokens: chunk.end,
      cache: Object.fromEntries(tails.map((tail) => [tail.input, grown(tail, results, chunk)])),
    }),
  };
}

/**
 * The first `tokens` of a past, of a causal model the same as if no more had been read; nothing where it has fewer.
 * A copy with room for `roomFor` tokens, unless it is the whole of it.
 */
export function cutPast(tails: readonly CacheTail[], past: Past, tokens: number, roomFor = tokens): Past {
  if (tokens === 0 || past.tokens < tokens) return NOTHING_READ;
  if (tokens === past.tokens) return past;
  const cut = tails.map(
    ({ input, axis }) => [input, cutAxis(past.cache[input]!, axis, tokens, roomFor)] as const,
  );
  return { tokens, cache: Object.fromEntries(cut), roomFor };
}

function cutAxis({ data, dims, type }: Tensor, axis: number, size: number, roomFor: number): Tensor {
  const { outer, inner } = around(dims, axis);
  const whole = dims[axis]! * inner;
  const kept = size * inner;
  const numbers = data as Float32Array;
  const Room = numbers.constructor as Float32ArrayConstructor;
  const room = new Room(outer * roomFor * inner);
  for (let block = 0; block < outer; block++)
    room.set(numbers.subarray(block * whole, block * whole + kept), block * kept);
  return new Tensor(type as 'float32', room.subarray(0, outer * kept), resized(dims, axis, size));
}

/** Bytes of a past. */
export function bytesOf({ cache }: Past): number {
  return Object.values(cache).reduce((sum, { data }) => sum + (data as Numbers).byteLength, 0);
}

/** Numbers before an axis and behind it. */
function around(dims: readonly number[], axis: number): { outer: number; inner: number } {
  const product = (some: readonly number[]) => some.reduce((all, dim) => all * dim, 1);
  return { outer: product(dims.slice(0, axis)), inner: product(dims.slice(axis + 1)) };
}

function resized(dims: readonly number[], axis: number, size: number): number[] {
  return dims.map((dim, at) => (at === axis ? size : dim));
}
