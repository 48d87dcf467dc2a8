import { ElementType } from '../onnx/onnxGraph';
import { type Attribute, type NodeSpec, type TensorSpec } from '../onnx/writeModel';
import { type BlockParts } from './blocks';
import { type GgufTensor } from './readGguf';

/** What of a GGUF tensor is stored: its plain numbers, or a part of its blocks (see blocks.ts). */
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

/** A graph as it grows: nodes in order, small constants, and the weights that are stored elsewhere. */
export interface GraphParts {
  nodes: NodeSpec[];
  constants: Map<string, TensorSpec>;
  weights: Map<string, WeightPlan>;
}

export function emptyGraph(): GraphParts {
  return { nodes: [], constants: new Map(), weights: new Map() };
}

interface NodeOptions {
  attributes?: Record<string, Attribute>;
  domain?: string;
}

/** Adds a node with one output, and returns the output's name: that of the node. */
export function addNode(
  graph: GraphParts,
  op: string,
  name: string,
  inputs: readonly string[],
  { attributes = {}, domain = '' }: NodeOptions = {},
): string {
  graph.nodes.push({ name: `${name}/${op}`, op, domain, inputs, outputs: [name], attributes });
  return name;
}

/** A constant list of 64-bit integers; equal lists are one constant. */
export function integers(graph: GraphParts, ...values: number[]): string {
  const name = `constant.integers.${values.join('_')}`;
  const bytes = new Uint8Array(BigInt64Array.from(values, BigInt).buffer);
  graph.constants.set(name, { name, type: ElementType.int64, shape: [values.length], data: { bytes } });
  return name;
}

/** A constant 64-bit integer without dimensions. */
export function integer(graph: GraphParts, value: number): string {
  const name = `constant.integer.${value}`;
  const bytes = new Uint8Array(BigInt64Array.of(BigInt(value)).buffer);
  graph.constants.set(name, { name, type: ElementType.int64, shape: [], data: { bytes } });
  return name;
}

/** A constant float32 tensor. */
export function floats(
  graph: GraphParts,
  name: string,
  values: Float32Array,
  shape: readonly number[],
): string {
  const bytes = new Uint8Array(values.buffer.slice(0) as ArrayBuffer);
  graph.constants.set(name, { name, type: ElementType.float32, shape, data: { bytes } });
  return name;
}

/** Names a view of a tensor's stored part, once. */
export function addView(
  graph: GraphParts,
  tensor: GgufTensor,
  view: WeightView,
  heads: number | null,
): string {
  const plan = graph.weights.get(tensor.name) ?? { tensor, permutedHeads: heads, views: [] };
  graph.weights.set(tensor.name, plan);
  if (!plan.views.some((v) => v.name === view.name)) plan.views.push(view);
  return view.name;
}
