import { newDraft, type GraphDraft } from '../../onnx/graphDraft';
import type { BlockParts } from '../blocks/splitBlocks';
import type { GgufTensor } from '../readGguf';

/** What of a GGUF tensor is stored: its plain numbers, or a part of its blocks (see blocks/splitBlocks.ts). */
export type WeightPart = 'plain' | keyof BlockParts;

/** A name and shape under which the graph reads a stored part. Several views share its bytes. */
export interface WeightView {
  part: WeightPart;
  name: string;
  type: number;
  shape: readonly number[];
}

/** A GGUF tensor that the graph reads. */
export interface WeightPlan {
  tensor: GgufTensor;
  /** Heads whose rows have to be put back in order (Q and K); `null` where rows stay as they are. */
  permutedHeads: number | null;
  views: WeightView[];
}

/** A graph as it grows, and the weights that it reads, which are stored elsewhere. */
export interface GgufGraph extends GraphDraft {
  weights: Map<string, WeightPlan>;
}

export function emptyGraph(): GgufGraph {
  return { ...newDraft(''), weights: new Map() };
}

/** Names a view of a tensor's stored part, once. */
export function addView(
  graph: GgufGraph,
  tensor: GgufTensor,
  view: WeightView,
  heads: number | null,
): string {
  const plan = graph.weights.get(tensor.name) ?? { tensor, permutedHeads: heads, views: [] };
  graph.weights.set(tensor.name, plan);
  if (!plan.views.some((v) => v.name === view.name)) plan.views.push(view);
  return view.name;
}
