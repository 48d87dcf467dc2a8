import type { AttentionLayer } from '../find/attentionLayer';
import type { CachePair } from '../inputs/keyValueCache';
import { indexGraph, usedNames } from '../onnx/graphIndex';
import { opsetOf, type OnnxGraph } from '../onnx/onnxGraph';
import { buildTap, type Tap, type TappedOutput } from './buildTap';
import type { CacheTail } from './cacheTails';
import { gateTap, type Gate } from './gateTap';
import { pruneModel } from './pruneModel';
import { kindsOf } from './tapKinds';

/** A model as the runtime loads it, with what can be asked of its layers. */
export interface TappedModel {
  bytes: Uint8Array;
  outputs: readonly TappedOutput[];
  /** See `GatedTap`. */
  gates: ReadonlyMap<string, Gate>;
  /** Lets it take a prompt in pieces; empty where it takes prompts whole. */
  cache: readonly CacheTail[];
}

/**
 * Taps a model. `graph` is what was read from `bytes`, `layers` and `cache` what was found in it; its own
 * outputs are left out.
 */
export function tapModel(
  bytes: Uint8Array,
  graph: OnnxGraph,
  layers: readonly AttentionLayer[],
  cache: readonly CachePair[],
): TappedModel {
  return tapped(bytes, graph, buildTap(graph, layers, kindsOf(cache.length === 0)), cache);
}

/**
 * The same model up to its layer number `last` (0 is the first), of which only states can be asked: what they do not
 * need is left out, as ONNX Runtime would run it. `cache` is that of the whole model. `null` where the states after that layer are not found.
 */
export function tapStates(
  bytes: Uint8Array,
  graph: OnnxGraph,
  layers: readonly AttentionLayer[],
  cache: readonly CachePair[],
  last: number,
): TappedModel | null {
  const after = layers[last]?.stream?.after;
  if (after === undefined) return null;
  const above = madeOf(after, graph);
  const left = cache.filter(({ output }) => !above.has(output));
  return tapped(bytes, graph, buildTap(graph, layers.slice(0, last + 1), ['state']), left);
}

function tapped(bytes: Uint8Array, graph: OnnxGraph, tap: Tap, pairs: readonly CachePair[]): TappedModel {
  const { added, gates, cache } = gateTap(graph, tap, pairs);
  const own = tap.outputs.map(({ tensor }) => tensor).filter((tensor) => !gates.has(tensor));
  return {
    bytes: pruneModel(bytes, graph, new Set(own), added),
    outputs: tap.outputs,
    gates,
    cache,
  };
}

/** All tensors that are made of one. */
function madeOf(tensor: string, graph: OnnxGraph): Set<string> {
  const { nodes } = indexGraph(graph, opsetOf(graph));
  const made = new Set([tensor]);
  for (const node of nodes) {
    if (usedNames(node).some((name) => made.has(name))) for (const name of node.outputs) made.add(name);
  }
  return made;
}
