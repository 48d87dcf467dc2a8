import { AttnscopeError } from '../../protocol/errors';
import { sentence } from '../../protocol/sentence';
import { quoted } from '../../protocol/plainText';
import { otherKind } from '../fileKinds/otherKind';
import type { OnnxAttribute, OnnxFunction, OnnxGraph, OnnxNode, OnnxSubgraph, OnnxValue } from './onnxGraph';
import { readTensor } from './readTensor';
import { readBytes, readInt, readInts, readMessage, readText, type Fields } from './readWire';

/** Field numbers here and in the files beside are those of onnx.proto (onnx/onnx). */

/** Graphs inside graphs (If, Loop, Scan) deeper than this are taken for an attack. */
const DEEPEST = 16;

/**
 * Reads the structure of an ONNX file. Weights are not copied: tensors are views into `bytes`.
 * Throws `bad-model`, naming `path`, for what is not an ONNX model, is cut short, or makes no sense.
 */
export function readGraph(bytes: Uint8Array, path?: string): OnnxGraph {
  const graph: OnnxGraph = { ...emptyGraph(), opsets: new Map(), functions: [] };
  let graphs = 0;
  try {
    readMessage(bytes, {
      7: (r, w) => {
        graphs++;
        readSubgraph(readBytes(r, w), graph, 0);
      },
      8: (r, w) => readOpset(readBytes(r, w), graph.opsets),
      25: (r, w) => void graph.functions.push(readFunction(readBytes(r, w))),
    });
  } catch (error) {
    throw badFile(bytes, path, error);
  }
  if (graphs === 0 || graph.nodes.length === 0 || graph.outputs.length === 0) throw badFile(bytes, path);
  return graph;
}

/** What wrote an ONNX file, with its version (ModelProto 2 and 3 of onnx.proto); `null` where it does not say. */
export function readProducer(bytes: Uint8Array): string | null {
  let name = '';
  let version = '';
  readMessage(bytes, {
    2: (r, w) => void (name = readText(r, w)),
    3: (r, w) => void (version = readText(r, w)),
  });
  return [name, version].filter((part) => part !== '').join(' ') || null;
}

function emptyGraph(): OnnxSubgraph {
  return { nodes: [], initializers: new Map(), inputs: [], outputs: [], values: new Map() };
}

function badFile(bytes: Uint8Array, path: string | undefined, cause?: unknown): AttnscopeError {
  const isGguf = String.fromCharCode(...bytes.subarray(0, 4)) === 'GGUF';
  const reason =
    bytes.length === 0
      ? 'it is empty'
      : isGguf
        ? 'it is a GGUF file: give it the ending .gguf'
        : (otherKind(bytes) ??
          (cause
            ? 'its bytes are no ONNX model, or it is cut short: download or export it again'
            : 'it holds no graph with nodes and outputs'));
  return new AttnscopeError(
    'bad-model',
    path === undefined
      ? [sentence('The model file cannot be read: {reason}.', { reason })]
      : [sentence('The model file {path} cannot be read: {reason}.', { path: quoted(path), reason })],
    { cause },
  );
}

function readSubgraph(bytes: Uint8Array, into: OnnxSubgraph, depth: number): OnnxSubgraph {
  if (depth > DEEPEST) throw new Error('graphs nested too deep');
  readMessage(bytes, {
    1: (r, w) => void into.nodes.push(readNode(readBytes(r, w), depth)),
    5: (r, w) => {
      const tensor = readTensor(readBytes(r, w));
      into.initializers.set(tensor.name, tensor);
    },
    11: (r, w) => void into.inputs.push(readValue(readBytes(r, w))),
    12: (r, w) => void into.outputs.push(readValue(readBytes(r, w))),
    13: (r, w) => {
      const value = readValue(readBytes(r, w));
      into.values.set(value.name, value);
    },
    15: (r, w) => readSparse(readBytes(r, w), into),
  });
  return into;
}

/** A sparse initializer: only that it exists matters here. */
function readSparse(bytes: Uint8Array, into: OnnxSubgraph): void {
  readMessage(bytes, {
    1: (r, w) => {
      const tensor = readTensor(readBytes(r, w));
      into.initializers.set(tensor.name, { ...tensor, dims: [] });
    },
  });
}

function readNode(bytes: Uint8Array, depth: number): OnnxNode {
  const node: OnnxNode = { name: '', opType: '', domain: '', inputs: [], outputs: [], attributes: new Map() };
  readMessage(bytes, {
    1: (r, w) => void node.inputs.push(readText(r, w)),
    2: (r, w) => void node.outputs.push(readText(r, w)),
    3: (r, w) => void (node.name = readText(r, w)),
    4: (r, w) => void (node.opType = readText(r, w)),
    5: (r, w) => {
      const attribute = readAttribute(readBytes(r, w), depth);
      node.attributes.set(attribute.name, attribute);
    },
    7: (r, w) => void (node.domain = readText(r, w)),
  });
  if (node.domain === 'ai.onnx') node.domain = '';
  return node;
}

function readAttribute(encoded: Uint8Array, depth: number): OnnxAttribute {
  const attribute: OnnxAttribute = { name: '', encoded };
  const ints: number[] = [];
  const fields: Fields = {
    1: (r, w) => void (attribute.name = readText(r, w)),
    2: (r) => void (attribute.float = r.float()),
    3: (r) => void (attribute.int = readInt(r)),
    4: (r, w) => void (attribute.string = latin1(readBytes(r, w))),
    5: (r, w) => void (attribute.tensor = readTensor(readBytes(r, w))),
    6: (r, w) => void (attribute.graph = readSubgraph(readBytes(r, w), emptyGraph(), depth + 1)),
    8: readInts(ints),
    21: (r, w) => void (attribute.refersTo = readText(r, w)),
  };
  readMessage(encoded, fields);
  if (ints.length > 0) attribute.ints = ints;
  return attribute;
}

/** A string attribute is bytes; those that are looked at are ASCII. */
function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}

/** Reads a ValueInfoProto. */
export function readValue(bytes: Uint8Array): OnnxValue {
  const value: OnnxValue = { name: '', dtype: undefined, dims: undefined };
  const tensorType: Fields = {
    1: (r) => void (value.dtype = r.int32()),
    2: (r, w) => {
      const dims: (number | string | null)[] = [];
      readMessage(readBytes(r, w), { 1: (r2, w2) => void dims.push(readDimension(readBytes(r2, w2))) });
      value.dims = dims;
    },
  };
  readMessage(bytes, {
    1: (r, w) => void (value.name = readText(r, w)),
    2: (r, w) => readMessage(readBytes(r, w), { 1: (r2, w2) => readMessage(readBytes(r2, w2), tensorType) }),
  });
  return value;
}

function readDimension(bytes: Uint8Array): number | string | null {
  let size: number | string | null = null;
  readMessage(bytes, {
    1: (r) => void (size = readInt(r)),
    2: (r, w) => void (size = readText(r, w) || null),
  });
  return size;
}

function readOpset(bytes: Uint8Array, into: Map<string, number>): void {
  let domain = '';
  let version = 0;
  readMessage(bytes, {
    1: (r, w) => void (domain = readText(r, w)),
    2: (r) => void (version = readInt(r)),
  });
  into.set(domain === 'ai.onnx' ? '' : domain, version);
}

function readFunction(bytes: Uint8Array): OnnxFunction {
  const result: OnnxFunction = {
    name: '',
    domain: '',
    inputs: [],
    outputs: [],
    nodes: [],
    defaults: new Map(),
  };
  readMessage(bytes, {
    1: (r, w) => void (result.name = readText(r, w)),
    4: (r, w) => void result.inputs.push(readText(r, w)),
    5: (r, w) => void result.outputs.push(readText(r, w)),
    7: (r, w) => void result.nodes.push(readNode(readBytes(r, w), 0)),
    10: (r, w) => void (result.domain = readText(r, w)),
    11: (r, w) => {
      const attribute = readAttribute(readBytes(r, w), 0);
      result.defaults.set(attribute.name, attribute);
    },
  });
  return result;
}
