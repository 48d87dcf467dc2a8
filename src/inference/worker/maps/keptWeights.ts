/**
 * A map `[queries, keys]` as it is kept: its rows one behind the other, those of a causal model up to the key that
 * is the query itself, as there is nothing behind it. Exact, or in 16 bits each (`packed`).
 */
export type KeptWeights = Float32Array | Uint16Array;

/** What a map is kept in: how many tokens the prompt has, and whether queries see only the keys before them. */
export interface MapShape {
  tokens: number;
  causal: boolean;
}

/** How many weights of a map are kept. */
export function weightsOf({ tokens, causal }: MapShape): number {
  return causal ? (tokens * (tokens + 1)) / 2 : tokens * tokens;
}

/** Puts weights in the place of the row of a query; those of keys that it cannot see are left out. */
export function putRow(kept: KeptWeights, shape: MapShape, query: number, weights: Float32Array): void {
  const { start, length } = placeOf(shape, query);
  const seen = weights.subarray(0, length);
  if (kept instanceof Float32Array) kept.set(seen, start);
  else kept.set(packed(seen), start);
}

/** The row of a query, from key 0 on; keys that it cannot see may be missing. */
export function rowOf(kept: KeptWeights, shape: MapShape, query: number): Float32Array {
  const { start, length } = placeOf(shape, query);
  const row = kept.subarray(start, start + length);
  return row instanceof Float32Array ? row : unpacked(row);
}

function placeOf({ tokens, causal }: MapShape, query: number): { start: number; length: number } {
  return causal
    ? { start: (query * (query + 1)) / 2, length: query + 1 }
    : { start: query * tokens, length: tokens };
}

/** Exponent of a 32-bit float below which 16 bits say 0: 2^-31. */
const LEAST = 96 << 23;
/** Bits of the fraction that are dropped, 11 stay. */
const DROPPED = 12;

/**
 * Weights from 0 to 1 in 16 bits, those below as 0: the 5 lowest bits of the exponent of the 32-bit float and 11 of its fraction, as a
 * sign and larger numbers are not needed. Off by at most 2^-12 of the weight.
 */
function packed(weights: Float32Array): Uint16Array {
  const bits = new Uint32Array(weights.buffer, weights.byteOffset, weights.length);
  const half = 1 << (DROPPED - 1);
  return Uint16Array.from(bits, (value) =>
    value < LEAST || value >>> 31 ? 0 : (value - LEAST + half) >>> DROPPED,
  );
}

function unpacked(packedWeights: Uint16Array): Float32Array {
  const bits = new Uint32Array(packedWeights.length);
  for (let i = 0; i < bits.length; i++) {
    const value = packedWeights[i]!;
    bits[i] = value === 0 ? 0 : (value << DROPPED) + LEAST;
  }
  return new Float32Array(bits.buffer);
}
