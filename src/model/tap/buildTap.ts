import { type OnnxGraph } from '../onnx/onnxGraph';
import { type AttentionLayer } from '../find/attentionLayer';
import { encodeAppend } from '../onnx/encodeAppend';
import { freshPrefix } from '../onnx/freshPrefix';
import { TapDraft } from './tapDraft';

/** What is to leave the graph. */
export interface TapPlan {
  /** Whole maps [batch, heads, queries, keys]. */
  maps: boolean;
  /** Means over heads [batch, 1, queries, keys]. */
  headMeans: boolean;
  /** What the last query attends to [batch, heads, 1, keys]. */
  lastRows: boolean;
  /** Which layers, by their place in the list of layers; all where absent. */
  layers?: readonly number[];
}

/** Names of the tensors to fetch for one layer; all float32. */
export interface TappedLayer {
  map?: string;
  headMean?: string;
  lastRow?: string;
}

export interface Tap {
  /** To be put behind the model file's bytes, which stay as they are. */
  append: Uint8Array;
  /** One per layer of the list; empty for layers that the plan leaves out. */
  outputs: TappedLayer[];
}

/** Makes what a plan asks of the layers into outputs of the graph. */
export function buildTap(graph: OnnxGraph, layers: readonly AttentionLayer[], plan: TapPlan): Tap {
  const draft = new TapDraft(freshPrefix(graph));
  const taken = new Set(graph.outputs.map((o) => o.name));
  const outputs = layers.map((layer, i): TappedLayer => {
    if (plan.layers && !plan.layers.includes(i)) return {};
    const name = `${layer.stack}.${layer.index}`;
    const map = draft.canonical(layer.source, name);
    return {
      ...(plan.maps && { map: draft.output(map, taken) }),
      ...(plan.headMeans && { headMean: draft.output(draft.headMean(map, layer.source, name), taken) }),
      ...(plan.lastRows && { lastRow: draft.output(draft.lastRow(map, name), taken) }),
    };
  });
  return { append: encodeAppend(draft), outputs };
}
