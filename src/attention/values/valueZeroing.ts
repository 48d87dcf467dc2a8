import type { LayerValues } from './layerValues';

/** What the heads of a query read where the value of one token is zero in all of them: `mixed` `[heads * size]` less it. */
export function mixedWithout(
  { tokens, heads, size, weights, valueOf }: LayerValues,
  mixed: Float32Array,
  query: number,
  key: number,
): Float32Array {
  const left = mixed.slice();
  for (let head = 0; head < heads; head++) {
    const weight = weights[(head * tokens + query) * tokens + key]!;
    const value = valueOf(key, head);
    for (let i = 0; i < size; i++) left[head * size + i]! -= weight * value[i]!;
  }
  return left;
}

/** 1 − cosine of the angle between two states. */
export function cosineDistance(a: Float32Array, b: Float32Array): number {
  let [product, left, right] = [0, 0, 0];
  a.forEach((value, i) => {
    product += value * b[i]!;
    left += value * value;
    right += b[i]! * b[i]!;
  });
  const sizes = Math.sqrt(left) * Math.sqrt(right);
  return sizes > 0 ? Math.max(0, 1 - product / sizes) : 0;
}
