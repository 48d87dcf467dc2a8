import type { AttentionLayer } from '../find/attentionLayer';
import type { OnnxGraph } from '../onnx/onnxGraph';
import { buildTap, type TappedOutput } from './buildTap';
import { gateTap, type Gate } from './gateTap';
import { pruneModel } from './pruneModel';

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
  const tap = buildTap(graph, layers, kept.length === 0);
  const { added, gates } = gateTap(graph, tap);
  const own = tap.outputs.map(({ tensor }) => tensor).filter((tensor) => !gates.has(tensor));
  return {
    bytes: pruneModel(bytes, graph, new Set([...kept, ...own]), added),
    outputs: tap.outputs,
    gates,
  };
}
