import type { AttentionLayer } from '../find/attentionLayer';
import { addNode, newDraft, partOf } from '../onnx/graphDraft';
import { freshPrefix } from '../onnx/freshPrefix';
import { plainNode } from '../onnx/graphSpec';
import { ElementType, type OnnxGraph } from '../onnx/onnxGraph';
import { neededNodes, pruneModel } from './pruneModel';

/** The part of a model between some of its tensors, as a model of its own. */
export interface ModelPiece {
  bytes: Uint8Array;
  /** Names of what is fed in place of each tensor `from`, float32. */
  inputs: string[];
  /** Names of what comes out for each tensor `to`, float32. */
  outputs: string[];
}

/** A tensor to be fed, and its ElementType in the graph. */
export interface GivenTensor {
  tensor: string;
  dtype: number | undefined;
}

/**
 * Cuts a piece out of a model. `null` where what lies between needs a whole layer besides, so that it cannot be had from
 * the tensors fed. Inputs of the model stay, for graphs that take a shape from them.
 */
export function modelPiece(
  bytes: Uint8Array,
  graph: OnnxGraph,
  layers: readonly AttentionLayer[],
  from: readonly GivenTensor[],
  to: readonly string[],
): ModelPiece | null {
  const given = new Set(from.map(({ tensor }) => tensor));
  const outputsOf = [...neededNodes(graph.nodes, to, given)].flatMap(({ outputs }) => outputs);
  const inside = new Set(outputsOf);
  const others = layers.map(({ source }) => source.tensor);
  if ([...given, ...others].some((tensor) => inside.has(tensor))) return null;
  const draft = newDraft(freshPrefix(graph));
  const inputs = from.map((_, i) => `${draft.prefix}piece/given${i}`);
  const cast = from.map(({ tensor, dtype }, i) =>
    plainNode('Cast', [inputs[i]!], tensor, { to: dtype ?? ElementType.float32 }),
  );
  const outputs = to.map((tensor, i) =>
    addNode(draft, 'Cast', `piece/result${i}`, [tensor], { attributes: { to: ElementType.float32 } }),
  );
  const part = partOf(draft);
  const port = (name: string) => ({ name, type: ElementType.float32 });
  const added = {
    ...part,
    nodes: [...cast, ...part.nodes],
    inputs: inputs.map(port),
    outputs: outputs.map(port),
  };
  return { bytes: pruneModel(bytes, graph, new Set(), added, given), inputs, outputs };
}
