import type { OnnxValue } from '../onnx/onnxGraph';

/** One tensor of the cache of keys and values: where it goes in and where it comes out, longer. */
export interface CachePair {
  input: string;
  output: string;
}

/**
 * Pairs the cache's inputs with its outputs by the names that exporters use (`past_key_values.0.key` with
 * `present.0.key`, `past_0` with `present_0`, …). Empty where the graph has no cache, or not all of it.
 */
export function cachePairs(inputs: readonly OnnxValue[], outputs: readonly OnnxValue[]): CachePair[] {
  const given = new Map(outputs.map((output) => [output.name, output.dtype]));
  const past = inputs.filter(({ name }) => name.includes('past'));
  const pairs = past.flatMap(({ name, dtype }) => {
    const names = [name.replace('past_key_values', 'present'), name.replace('past', 'present')];
    const output = names.find((candidate) => given.has(candidate) && given.get(candidate) === dtype);
    return output ? [{ input: name, output }] : [];
  });
  return pairs.length === past.length ? pairs : [];
}
