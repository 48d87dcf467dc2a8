import type { AttentionLayer } from '../find/attentionLayer';
import type { CachePair } from '../inputs/keyValueCache';
import { indexGraph, usedNames } from '../onnx/graphIndex';
import { opsetOf, type OnnxGraph } from '../onnx/onnxGraph';
import { buildTap, type Tap, type TappedOutput } from './buildTap';
import { gateTap, type Gate } from './gateTap';
import { pruneModel } from './pruneModel';
import { kindsOf } from './tapKinds';

/** A model as the runtime loads it, with what can be asked of its layers. */
export interface TappedModel {
  bytes: Uint8Array;
  outputs: readonly TappedOutput[];
  /** See `GatedTap`. */
  gates: ReadonlyMap<string, Gate>;
}

/**
 * Taps a model. `graph` is what was read from `bytes`, `layers` what was found in it; of its own
 * outputs only `kept` stay: the cache, which lets it take a prompt in pieces. Without one it takes prompts whole.
 */
export function tapModel(
  bytes: Uint8Array,
  graph: OnnxGraph,
  layers: readonly AttentionLayer[],
  kept: readonly string[],
): TappedModel {
  return tapped(bytes, graph, buildTap(graph, layers, kindsOf(kept.length === 0)), kept);
}

/**
 * The same model up to its layer number `last` (0 is the first), of which only states can be asked: what they do not
 * need is left out, as ONNX Runtime would run it. `cache` is that of the whole model; what the layers left fill of
 * it is `kept`. `null` where the states after that layer are not found.
 */
export function tapStates(
  bytes: Uint8Array,
  graph: OnnxGraph,
  layers: readonly AttentionLayer[],
  cache: readonly CachePair[],
  last: number,
): { model: TappedModel; kept: CachePair[] } | null {
  const after = layers[last]?.stream?.after;
  if (after === undefined) return null;
  const above = madeOf(after, graph);
  const kept = cache.filter(({ output }) => !above.has(output));
  const tap = buildTap(graph, layers.slice(0, last + 1), ['state']);
  return {
    model: tapped(
      bytes,
      graph,
      tap,
      kept.map(({ output }) => output),
    ),
    kept,
  };
}

function tapped(bytes: Uint8Array, graph: OnnxGraph, tap: Tap, kept: readonly string[]): TappedModel {
  const { added, gates } = gateTap(graph, tap);
  const own = tap.outputs.map(({ tensor }) => tensor).filter((tensor) => !gates.has(tensor));
  return {
    bytes: pruneModel(bytes, graph, new Set([...kept, ...own]), added),
    outputs: tap.outputs,
    gates,
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
