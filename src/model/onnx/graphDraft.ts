import type { Attribute, GraphPart, NodeSpec, TensorSpec, ValueSpec } from './graphSpec';
import { ElementType } from './onnxGraph';

/** A part of a graph as it grows. What is added under the same name twice is there once. */
export interface GraphDraft {
  /** Names of what is added begin with it. */
  prefix: string;
  /** In the order in which they are to run. */
  nodes: Map<string, NodeSpec>;
  tensors: Map<string, TensorSpec>;
  values: Map<string, ValueSpec>;
}

export function newDraft(prefix: string): GraphDraft {
  return { prefix, nodes: new Map(), tensors: new Map(), values: new Map() };
}

/** What has been added so far. */
export function partOf({ nodes, tensors, values }: GraphDraft): GraphPart {
  return { nodes: [...nodes.values()], tensors: [...tensors.values()], values: [...values.values()] };
}

interface NodeOptions {
  attributes?: Readonly<Record<string, Attribute>>;
  domain?: string;
}

/** Adds a node with one output, and returns the output's name. */
export function addNode(
  draft: GraphDraft,
  op: string,
  name: string,
  inputs: readonly string[],
  { attributes = {}, domain = '' }: NodeOptions = {},
): string {
  const output = `${draft.prefix}${name}`;
  if (!draft.nodes.has(output)) {
    draft.nodes.set(output, { name: `${output}/${op}`, op, domain, inputs, outputs: [output], attributes });
  }
  return output;
}

/** Adds what was made elsewhere; parts may share nodes. */
export function addPart(draft: GraphDraft, { nodes, tensors, values = [] }: GraphPart): void {
  for (const node of nodes) {
    const name = node.outputs.find((output) => output !== '') ?? '';
    if (!draft.nodes.has(name)) draft.nodes.set(name, node);
  }
  for (const tensor of tensors) draft.tensors.set(tensor.name, tensor);
  for (const value of values) draft.values.set(value.name, value);
}

/** A constant list of 64-bit integers. */
export function integers(draft: GraphDraft, ...values: number[]): string {
  return addTensor(draft, integerTensor(`${draft.prefix}constant.integers.${values.join('_')}`, values));
}

/** A constant 64-bit integer without dimensions. */
export function integer(draft: GraphDraft, value: number): string {
  const tensor = integerTensor(`${draft.prefix}constant.integer.${value}`, [value]);
  return addTensor(draft, { ...tensor, shape: [] });
}

/** A list of 64-bit integers as a tensor. */
export function integerTensor(name: string, values: readonly number[]): TensorSpec {
  const bytes = new Uint8Array(BigInt64Array.from(values, BigInt).buffer);
  return { name, type: ElementType.int64, shape: [values.length], data: { bytes } };
}

/** A constant float32 tensor. */
export function floats(
  draft: GraphDraft,
  name: string,
  values: Float32Array,
  shape: readonly number[],
): string {
  const bytes = new Uint8Array(values.buffer.slice(0) as ArrayBuffer);
  return addTensor(draft, {
    name: `${draft.prefix}${name}`,
    type: ElementType.float32,
    shape,
    data: { bytes },
  });
}

function addTensor(draft: GraphDraft, tensor: TensorSpec): string {
  draft.tensors.set(tensor.name, tensor);
  return tensor.name;
}

/** One size out of a shape, as a tensor of one int64. */
export function sizeAt(draft: GraphDraft, shape: string, axis: number, name: string): string {
  return addNode(draft, 'Gather', name, [shape, integers(draft, axis)], { attributes: { axis: 0 } });
}

/** Sizes put together into a shape. */
export function vector(draft: GraphDraft, name: string, sizes: readonly string[]): string {
  return addNode(draft, 'Concat', name, sizes, { attributes: { axis: 0 } });
}
