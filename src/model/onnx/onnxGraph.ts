/** An ONNX graph as the project reads it: structure and small constants, never the weights' bytes. */

/** ONNX TensorProto.DataType, those that have a name here. */
export const ElementType = {
  float32: 1,
  uint8: 2,
  int8: 3,
  uint16: 4,
  int16: 5,
  int32: 6,
  int64: 7,
  string: 8,
  bool: 9,
  float16: 10,
  float64: 11,
  uint32: 12,
  uint64: 13,
  bfloat16: 16,
} as const;

/** Where a tensor's bytes lie when they are in another file; offset and length in bytes. */
export interface ExternalData {
  location: string;
  offset: number;
  /** `undefined`: up to the end of the file. */
  length: number | undefined;
}

export interface OnnxTensor {
  name: string;
  dims: number[];
  dataType: number;
  external?: ExternalData;
  /** The encoded TensorProto, a view into the file's bytes. */
  encoded: Uint8Array;
}

/** A graph input, output or annotated value. */
export interface OnnxValue {
  name: string;
  /** ElementType; `undefined` where the file does not say or the value is not a tensor. */
  dtype: number | undefined;
  /** A number, a name, or `null` per dimension; `undefined` where not even the rank is stated. */
  dims: (number | string | null)[] | undefined;
}

export interface OnnxAttribute {
  name: string;
  int?: number;
  float?: number;
  string?: string;
  ints?: number[];
  tensor?: OnnxTensor;
  graph?: OnnxSubgraph;
  /** Set where a function's node refers to an attribute of its caller. */
  refersTo?: string;
  /** The encoded AttributeProto, a view into the file's bytes; its name there may be another. */
  encoded: Uint8Array;
}

export interface OnnxNode {
  name: string;
  opType: string;
  /** Empty for the standard operators. */
  domain: string;
  /** An empty name is an input that is left out. */
  inputs: string[];
  outputs: string[];
  attributes: Map<string, OnnxAttribute>;
}

export interface OnnxSubgraph {
  nodes: OnnxNode[];
  initializers: Map<string, OnnxTensor>;
  inputs: OnnxValue[];
  outputs: OnnxValue[];
  values: Map<string, OnnxValue>;
}

/** An operator that the file itself defines by nodes. */
export interface OnnxFunction {
  name: string;
  domain: string;
  inputs: string[];
  outputs: string[];
  nodes: OnnxNode[];
  /** Attributes that a caller may leave out, with their values. */
  defaults: Map<string, OnnxAttribute>;
}

export interface OnnxGraph extends OnnxSubgraph {
  /** Version of each operator set, by domain; the standard one is under the empty name. */
  opsets: Map<string, number>;
  functions: OnnxFunction[];
}

/** Version of the standard operators that a graph is written in. */
export function opsetOf({ opsets }: OnnxGraph): number {
  return opsets.get('') ?? 1;
}
