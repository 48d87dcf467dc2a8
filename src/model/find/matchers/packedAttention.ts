import { ElementType, type OnnxNode } from '../../onnx/onnxGraph';
import { type AddedInts, type AddedNode } from '../attentionLayer';
import { intAttribute, intsAttribute } from '../../onnx/attributes';
import { intAttributeBytes } from '../../onnx/encodeAttribute';
import { asNumber } from '../../shapes/size';
import { addedName, computeType, MAP_AXES } from './fusedNode';
import { type KnownGraph, type Matcher } from './matcher';

/** Attributes that com.microsoft.Attention and MultiHeadAttention share, meaning the same. */
const SHARED = ['num_heads', 'scale', 'unidirectional', 'mask_filter_value'];

/**
 * com.microsoft.Attention projects inside and gives no scores. Its projection is done again beside it and
 * handed to MultiHeadAttention, which reads mask, bias and cache alike and gives scores.
 */
export const packedAttention: Matcher = {
  name: 'packed-attention',
  match: (node, graph) => {
    if (node.opType !== 'Attention' || node.domain !== 'com.microsoft') return undefined;
    const hidden = hiddenSize(node, graph);
    const why = hidden === undefined ? 'the size of its packed weights could not be told' : unlike(node);
    if (hidden === undefined || why) return { node, why: why ?? '' };
    const [input = '', , , , past = ''] = node.inputs;
    const type = computeType(node, graph) ?? ElementType.float32;
    const scores = addedName(node, 'scores', graph);
    const tensor = addedName(node, 'map', graph);
    const projected = projection(node, hidden, graph);
    const cache = past ? pastOf(node, past, graph) : undefined;
    const [, , , mask = '', , bias = ''] = node.inputs;
    const attention: AddedNode = {
      opType: 'MultiHeadAttention',
      domain: 'com.microsoft',
      inputs: [...projected.outputs, '', mask, bias, cache?.key ?? '', cache?.value ?? ''],
      outputs: [0, 1, 2].map((i) => (i === 0 || cache ? `${tensor}/other${i}` : '')).concat(scores),
      attributes: SHARED.flatMap((name) => node.attributes.get(name)?.encoded ?? []),
      outputTypes: { [scores]: type },
    };
    const softmax = {
      opType: 'Softmax',
      domain: '',
      inputs: [scores],
      outputs: [tensor],
      attributes: [intAttributeBytes('axis', 3)],
    };
    return {
      via: packedAttention.name,
      node,
      result: node,
      query: input,
      key: input,
      rowSum: 'one',
      source: {
        tensor,
        dtype: type,
        axes: MAP_AXES,
        nodes: [...projected.nodes, ...(cache?.nodes ?? []), attention, softmax],
        ints: [...projected.ints, ...(cache?.ints ?? [])],
      },
    };
  },
};

/** What the other op does not do in the same way. */
function unlike(node: OnnxNode): string | undefined {
  if (intAttribute(node, 'do_rotary', 0)) return 'it rotates queries and keys inside';
  if (intAttribute(node, 'past_present_share_buffer', 0)) return 'it shares one buffer for its cache';
  return undefined;
}

/** Width of queries and of keys. */
function hiddenSize(node: OnnxNode, graph: KnownGraph): number | undefined {
  const stated = intsAttribute(node, 'qkv_hidden_sizes');
  if (stated) return stated[0] === stated[1] ? stated[0] : undefined;
  const packed = asNumber(graph.shapes.shape(node.inputs[1] ?? '')?.[1]);
  return packed !== undefined && packed % 3 === 0 ? packed / 3 : undefined;
}

interface Added {
  nodes: AddedNode[];
  ints: AddedInts[];
}

/** Queries, keys and values [batch, tokens, width]. */
function projection(node: OnnxNode, hidden: number, graph: KnownGraph): Added & { outputs: string[] } {
  const name = (what: string): string => addedName(node, what, graph);
  const [input = '', weights = '', bias = ''] = node.inputs;
  const product = {
    opType: 'MatMul',
    domain: '',
    inputs: [input, weights],
    outputs: [name('product')],
    attributes: [],
  };
  const sum = {
    opType: 'Add',
    domain: '',
    inputs: [name('product'), bias],
    outputs: [name('projected')],
    attributes: [],
  };
  const packed = bias ? sum.outputs[0]! : product.outputs[0]!;
  const bounds = [0, hidden, 2 * hidden, 2 ** 31 - 1];
  const parts = ['query', 'key', 'value'];
  return {
    outputs: parts.map(name),
    nodes: [
      product,
      ...(bias ? [sum] : []),
      ...parts.map((part, i) => ({
        opType: 'Slice',
        domain: '',
        inputs: [packed, name(`bound${i}`), name(`bound${i + 1}`), name('lastAxis')],
        outputs: [name(part)],
        attributes: [],
      })),
    ],
    ints: [
      ...bounds.map((value, i) => ({ name: name(`bound${i}`), values: [value] })),
      { name: name('lastAxis'), values: [2] },
    ],
  };
}

/** The cache [2, batch, heads, tokens, width] as keys and values. */
function pastOf(node: OnnxNode, past: string, graph: KnownGraph): Added & { key: string; value: string } {
  const name = (what: string): string => addedName(node, what, graph);
  const parts = ['pastKey', 'pastValue'];
  return {
    key: name('pastKey'),
    value: name('pastValue'),
    ints: [...[0, 1].map((i) => ({ name: name(`half${i}`), values: [i], scalar: true }))],
    nodes: parts.map((part, i) => ({
      opType: 'Gather',
      domain: '',
      inputs: [past, name(`half${i}`)],
      outputs: [name(part)],
      attributes: [intAttributeBytes('axis', 0)],
    })),
  };
}
