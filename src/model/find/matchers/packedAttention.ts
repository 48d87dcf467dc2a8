import { ElementType, type OnnxNode } from '../../onnx/onnxGraph';
import { intAttribute, intsAttribute } from '../../onnx/attributes';
import { integerTensor } from '../../onnx/graphDraft';
import { type GraphPart, type NodeSpec, plainNode } from '../../onnx/graphSpec';
import { asNumber } from '../../shapes/size';
import { addedName, computeType, MAP_AXES } from './fusedNode';
import type { KnownGraph, Matcher } from './matcher';

/** Attributes that com.microsoft.Attention and MultiHeadAttention share, meaning the same. */
const SHARED = ['num_heads', 'scale', 'unidirectional', 'mask_filter_value'];

/**
 * com.microsoft.Attention projects inside and gives no scores. Its projection is done again beside it and
 * handed to MultiHeadAttention, which reads mask, bias and cache in the same way and gives scores.
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
    const shared = SHARED.flatMap((name) => {
      const attribute = node.attributes.get(name);
      return attribute ? [[name, attribute] as const] : [];
    });
    const attention: NodeSpec = {
      op: 'MultiHeadAttention',
      domain: 'com.microsoft',
      inputs: [...projected.outputs, '', mask, bias, cache?.key ?? '', cache?.value ?? ''],
      outputs: [0, 1, 2].map((i) => (i === 0 || cache ? `${tensor}/other${i}` : '')).concat(scores),
      attributes: Object.fromEntries(shared),
    };
    const softmax = plainNode('Softmax', [scores], tensor, { axis: 3 });
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
        added: {
          nodes: [...projected.nodes, ...(cache?.nodes ?? []), attention, softmax],
          tensors: [...projected.tensors, ...(cache?.tensors ?? [])],
          values: [{ name: scores, type }],
        },
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

/** Queries, keys and values [batch, tokens, width]. */
function projection(node: OnnxNode, hidden: number, graph: KnownGraph): GraphPart & { outputs: string[] } {
  const name = (what: string): string => addedName(node, what, graph);
  const [input = '', weights = '', bias = ''] = node.inputs;
  const packed = bias ? name('projected') : name('product');
  const bounds = [0, hidden, 2 * hidden, 2 ** 31 - 1];
  const parts = ['query', 'key', 'value'];
  const slice = (part: string, i: number): NodeSpec => {
    const inputs = [packed, name(`bound${i}`), name(`bound${i + 1}`), name('lastAxis')];
    return plainNode('Slice', inputs, name(part));
  };
  return {
    outputs: parts.map(name),
    nodes: [
      plainNode('MatMul', [input, weights], name('product')),
      ...(bias ? [plainNode('Add', [name('product'), bias], name('projected'))] : []),
      ...parts.map(slice),
    ],
    tensors: [
      ...bounds.map((value, i) => integerTensor(name(`bound${i}`), [value])),
      integerTensor(name('lastAxis'), [2]),
    ],
  };
}

/** The cache [2, batch, heads, tokens, width] as keys and values. */
function pastOf(node: OnnxNode, past: string, graph: KnownGraph): GraphPart & { key: string; value: string } {
  const name = (what: string): string => addedName(node, what, graph);
  const gather = (part: string, i: number): NodeSpec =>
    plainNode('Gather', [past, name(`half${i}`)], name(part), { axis: 0 });
  return {
    key: name('pastKey'),
    value: name('pastValue'),
    tensors: [0, 1].map((i) => ({ ...integerTensor(name(`half${i}`), [i]), shape: [] })),
    nodes: ['pastKey', 'pastValue'].map(gather),
  };
}
