import type { GraphIndex } from '../onnx/graphIndex';
import type { FoundAttention } from './matchers/matcher';
import { reachesOf } from './stacks';

/**
 * Leaves out attention of learned queries that no other attention builds on: it pools the result of a model
 * into one vector and is no layer that tokens pass through.
 */
export function dropPooling(found: readonly FoundAttention[], index: GraphIndex): FoundAttention[] {
  const reach = reachesOf(found, index);
  const learned = found.filter(({ query }) => !index.activations.has(query));
  if (learned.length === 0) return [...found];
  const usedBy = new Set(found.flatMap(({ query, key }) => [...reach(query), ...reach(key)]));
  return found.filter((layer, i) => !learned.includes(layer) || usedBy.has(i));
}
