import type { OnnxNode } from '../../onnx/onnxGraph';
import type { MapSource, RowSum, ValueSource } from '../attentionLayer';
import type { Axes } from '../../shapes/axisParts';
import type { GraphIndex } from '../../onnx/graphIndex';
import type { Shapes } from '../../shapes/shapes';

/** A graph with all that is known of its tensors. */
export interface KnownGraph {
  index: GraphIndex;
  shapes: Shapes;
  axes: ReadonlyMap<string, Axes>;
  /** A prefix that no name of the graph has, for tensors that are added. */
  prefix: string;
}

/** Attention found at a node, before its stack is known. */
export interface FoundAttention {
  via: string;
  /** The node that normalises the scores, or the fused op: tells the order of layers. */
  node: OnnxNode;
  /** The node whose output is the weighted values. */
  result: OnnxNode;
  query: string;
  key: string;
  rowSum: RowSum;
  source: MapSource;
  /** What the map weighs, where it is found. */
  values?: ValueSource | undefined;
  /** The parts of the map's axes, where they were traced: tells whether two tensors hold the same map. */
  traced?: Axes;
}

/** What looks like attention and cannot be mapped: which node, and why, as the end of a sentence. */
export interface Unmappable {
  node: OnnxNode;
  why: string;
}

/** Knows one form of attention. `match` is given every node of the graph, so it starts with what is cheap. */
export interface Matcher {
  name: string;
  match(node: OnnxNode, graph: KnownGraph): FoundAttention | Unmappable | undefined;
}
