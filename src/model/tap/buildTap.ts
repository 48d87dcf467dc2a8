import { type AttentionLayer } from '../find/attentionLayer';
import { freshPrefix } from '../onnx/freshPrefix';
import { newDraft, partOf } from '../onnx/graphDraft';
import { type GraphPart } from '../onnx/graphSpec';
import { type OnnxGraph } from '../onnx/onnxGraph';
import { kindsOf, tapKinds, type KindName } from './tapKinds';

/** A tensor that a run can be asked for. */
export interface TappedOutput {
  kind: KindName;
  /** Its layer's place in the list of layers. */
  layer: number;
  tensor: string;
}

export interface Tap {
  /** What is added to the graph to get the outputs. */
  added: GraphPart;
  /** Layer by layer, each with all kinds that the model has; some may be one tensor. */
  outputs: TappedOutput[];
}

/** Works out what gives each kind of tensor of each layer. `whole`: the model takes a prompt in one run only. */
export function buildTap(graph: OnnxGraph, layers: readonly AttentionLayer[], whole: boolean): Tap {
  const draft = newDraft(freshPrefix(graph));
  const kinds = kindsOf(whole);
  const outputs = layers.flatMap((found, layer) =>
    kinds.map((kind): TappedOutput => {
      const name = `${found.stack}.${found.index}`;
      return { kind, layer, tensor: tapKinds[kind].tensor(draft, found, name) };
    }),
  );
  return { added: partOf(draft), outputs };
}
