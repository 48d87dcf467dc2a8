/** A layer's attention and what it weighs. */
export interface LayerValues {
  tokens: number;
  heads: number;
  /** Numbers in a value. */
  size: number;
  /** `[heads, queries, keys]` */
  weights: Float32Array;
  /** What a head reads at a token `[size]`. */
  valueOf(token: number, head: number): Float32Array;
}

/** `values` `[heads of values, tokens, size]`; heads that share one follow one another. */
export function layerValues(
  weights: Float32Array,
  values: Float32Array,
  { heads, valueHeads, tokens }: { heads: number; valueHeads: number; tokens: number },
): LayerValues {
  const size = values.length / (valueHeads * tokens);
  const shared = heads / valueHeads;
  return {
    ...{ tokens, heads, size, weights },
    valueOf(token, head) {
      const at = (Math.floor(head / shared) * tokens + token) * size;
      return values.subarray(at, at + size);
    },
  };
}

/** What the heads read for a query, one after the other `[heads * size]`: the weighted sum of values. */
export function mixedFor(
  { tokens, heads, size, weights, valueOf }: LayerValues,
  query: number,
): Float32Array {
  const mixed = new Float64Array(heads * size);
  for (let head = 0; head < heads; head++) {
    for (let key = 0; key < tokens; key++) {
      const weight = weights[(head * tokens + query) * tokens + key]!;
      if (weight === 0) continue;
      const value = valueOf(key, head);
      for (let i = 0; i < size; i++) mixed[head * size + i]! += weight * value[i]!;
    }
  }
  return Float32Array.from(mixed);
}
