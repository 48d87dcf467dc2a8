import type { OnnxAttribute, OnnxNode } from './onnxGraph';

/** A graph that is to be written, as plain data; `writeModel.ts` makes the bytes. */

/**
 * A float attribute is `{ float }`, as JavaScript cannot tell 1 from 1.0. One that was read from a file is
 * written as it stands there, under the name that it is given here.
 */
export type Attribute = number | { float: number } | string | readonly number[] | OnnxAttribute | BranchSpec;

/** A graph inside a node: a copy of one that was read, with tensors renamed, nodes added and other outputs. */
export interface BranchSpec {
  branch: OnnxAttribute;
  renamed: ReadonlyMap<string, string>;
  added: GraphPart;
  outputs: readonly ValueSpec[];
}

export interface NodeSpec {
  /** Its first output's where absent. */
  name?: string;
  op: string;
  /** Empty for the standard operators. */
  domain: string;
  /** An empty name is an input or output that is left out. */
  inputs: readonly string[];
  outputs: readonly string[];
  attributes: Readonly<Record<string, Attribute>>;
}

/** Where the bytes of a tensor are: in the model itself, or at `offset` of a file beside it. */
export type TensorData = { bytes: Uint8Array } | { file: string; offset: number; length: number };

export interface TensorSpec {
  name: string;
  /** See `ElementType`. */
  type: number;
  shape: readonly number[];
  data: TensorData;
}

/** A graph's input, output or annotated value; a dimension is a number or a name. */
export interface ValueSpec {
  name: string;
  /** See `ElementType`. */
  type: number;
  /** Left open where absent. */
  shape?: readonly (number | string)[];
}

/** Nodes and what they need besides the graph that they come into. */
export interface GraphPart {
  nodes: readonly NodeSpec[];
  tensors: readonly TensorSpec[];
  /** Types that the runtime does not infer. */
  values?: readonly ValueSpec[];
}

export interface GraphSpec extends GraphPart {
  inputs: readonly ValueSpec[];
  outputs: readonly ValueSpec[];
}

export interface ModelSpec extends GraphSpec {
  name: string;
  producer: { name: string; version: string };
  /** Version of each operator set, by domain. */
  opsets: Readonly<Record<string, number>>;
}

/** A node of the standard operators with one output. */
export function plainNode(
  op: string,
  inputs: readonly string[],
  output: string,
  attributes: NodeSpec['attributes'] = {},
): NodeSpec {
  return { op, domain: '', inputs, outputs: [output], attributes };
}

/** A node that was read from a file, to be written as it is; it is named after its outputs. */
export function copiedNode({ opType, domain, inputs, outputs, attributes }: OnnxNode): NodeSpec {
  return { op: opType, domain, inputs, outputs, attributes: Object.fromEntries(attributes) };
}
