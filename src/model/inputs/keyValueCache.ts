import type { OnnxValue } from '../onnx/onnxGraph';

/** One tensor of the cache of keys and values: where it goes in and where it comes out, longer. */
export interface CachePair {
  input: string;
  output: string;
  /** The axis that tokens are added to. */
  axis: number;
  /** What the graph calls the size of that axis: the same for all tensors under one name. Absent where it does not say. */
  tokens?: string;
  /** See `ElementType`. */
  dtype: number;
}

/**
 * Pairs the cache's inputs with its outputs by the names that exporters use (`past_key_values.0.key` with
 * `present.0.key`, `past_0` with `present_0`, …). Empty where the graph has no cache, or not all of it, or does not say
 * where tokens are added.
 */
export function cachePairs(inputs: readonly OnnxValue[], outputs: readonly OnnxValue[]): CachePair[] {
  const given = new Map(outputs.map((output) => [output.name, output.dtype]));
  const past = inputs.filter(({ name }) => name.includes('past'));
  const pairs = past.flatMap((value) => {
    const { name, dtype } = value;
    const names = [name.replace('past_key_values', 'present'), name.replace('past', 'present')];
    const output = names.find((candidate) => given.has(candidate) && given.get(candidate) === dtype);
    const axis = growingAxis(value);
    const tokens = value.dims?.[axis];
    return output && dtype !== undefined && axis >= 0
      ? [{ input: name, output, axis, dtype, ...(typeof tokens === 'string' ? { tokens } : {}) }]
      : [];
  });
  return pairs.length === past.length ? pairs : [];
}

/** The axis of a cache that tokens are added to: the last whose size is open, the batch apart; -1 where there is none. */
export function growingAxis({ dims }: Pick<OnnxValue, 'dims'>): number {
  return dims?.findLastIndex((dim, axis) => axis > 0 && typeof dim !== 'number') ?? -1;
}
