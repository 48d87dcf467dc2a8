import type { OnnxNode } from '../onnx/onnxGraph';
import type { Stack } from './attentionLayer';
import { SHAPE_ONLY, type GraphIndex, usedNames } from '../onnx/graphIndex';
import type { FoundAttention } from './matchers/matcher';

/**
 * Tells self from cross attention, and encoder from decoder, by what queries and keys are made of:
 * what they reach back to; the way back ends at other attention and at the graph's inputs.
 * Queries and keys of self attention reach the same (keys also a cache); those of cross attention
 * each reach something that the other does not.
 */
export function assignStacks(found: readonly FoundAttention[], index: GraphIndex): Stack[] {
  const reaches = reachesOf(found, index);
  const pairs = found.map((layer) => ({ query: reaches(layer.query), key: reaches(layer.key) }));
  // Learned queries are made of nothing that is fed.
  const isCross = pairs.map(({ query, key }) => lacks(query, key) && (lacks(key, query) || query.size === 0));
  if (!isCross.includes(true)) return found.map(() => 'self');

  const encoder = new Set<number>();
  const open = pairs.flatMap(({ key }, i) => (isCross[i] ? [...key] : []));
  for (let item = open.pop(); item !== undefined; item = open.pop()) {
    if (typeof item !== 'number' || encoder.has(item)) continue;
    encoder.add(item);
    open.push(...pairs[item]!.query, ...pairs[item]!.key);
  }
  return found.map((_, i) => (isCross[i] ? 'cross' : encoder.has(i) ? 'encoder' : 'decoder'));
}

/** Tells what a tensor is made of: names of inputs, and numbers of attention layers in `found`. */
export function reachesOf(
  found: readonly FoundAttention[],
  index: GraphIndex,
): (from: string) => Set<string | number> {
  const results = new Map(
    found.flatMap((layer, i) => layer.result.outputs.map((name) => [name, i] as const)),
  );
  return (from) => reach(from, results, index);
}

function lacks(a: ReadonlySet<unknown>, b: ReadonlySet<unknown>): boolean {
  return [...b].some((item) => !a.has(item));
}

/** Whether a tensor tells more of what it was made from than a shape, or the scale that was chosen to quantise it. */
function tellsMore({ opType, outputs }: OnnxNode, name: string): boolean {
  return !SHAPE_ONLY.has(opType) && (opType !== 'DynamicQuantizeLinear' || name === outputs[0]);
}

function reach(from: string, results: ReadonlyMap<string, number>, index: GraphIndex): Set<string | number> {
  const ends = new Set<string | number>();
  const seen = new Set<string>();
  const open = [from];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (seen.has(name)) continue;
    seen.add(name);
    const layer = results.get(name);
    const node = index.producer.get(name);
    if (layer !== undefined) ends.add(layer);
    else if (index.inputs.has(name)) ends.add(name);
    else if (node && tellsMore(node, name)) open.push(...usedNames(node));
  }
  return ends;
}
