import type { AttentionLayer } from '../find/attentionLayer';
import { freshPrefix } from '../onnx/freshPrefix';
import { newDraft, partOf } from '../onnx/graphDraft';
import type { GraphPart } from '../onnx/graphSpec';
import type { OnnxGraph } from '../onnx/onnxGraph';
import { tapKinds, type KindName } from './tapKinds';

/** A tensor that a run can be asked for. */
export interface TappedOutput {
  kind: KindName;
  /** Its layer's place in the list of layers; the last layer for a tensor of the whole model. */
  layer: number;
  tensor: string;
}

export interface Tap {
  /** What is added to the graph to get the outputs. */
  added: GraphPart;
  /** Layer by layer, each with every kind it has, then those of the whole model; two may share one tensor. */
  outputs: TappedOutput[];
}

/** Works out which tensor gives each of these kinds for each layer. */
export function buildTap(
  graph: OnnxGraph,
  layers: readonly AttentionLayer[],
  kinds: readonly KindName[],
): Tap {
  const draft = newDraft(freshPrefix(graph));
  const outputs: TappedOutput[] = [];
  const have = (kind: KindName, layer: number, tensor: string | null | undefined) => {
    if (tensor) outputs.push({ kind, layer, tensor });
  };
  for (const [layer, found] of layers.entries()) {
    const name = `${found.stack}.${found.index}`;
    for (const kind of kinds) have(kind, layer, tapKinds[kind].ofLayer?.(draft, found, name));
  }
  for (const kind of kinds) have(kind, layers.length - 1, tapKinds[kind].ofModel?.(draft, graph));
  return { added: partOf(draft), outputs };
}
