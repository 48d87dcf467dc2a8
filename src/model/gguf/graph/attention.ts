import { addNode, floats, integers } from '../../onnx/graphDraft';
import type { Block, DecoderSpec, Weighted } from '../architectures/decoderSpec';
import type { GgufTensor } from '../readGguf';
import type { GgufGraph } from './ggufGraph';
import { addNorm, addProjection, addSoftCap, addVector } from './parts';
import type { Turn } from './rotation';

/** What a layer shares with those of its kind. */
interface Common {
  spec: DecoderSpec;
  turn: Turn;
  /** `[batch, 1, queries, keys]`: 0 where a query may look, the lowest float elsewhere. */
  mask: string;
}

/**
 * Grouped-query attention: the queries of all heads of a group stand below one another and share one
 * product with the group's keys, so keys and values are never repeated.
 */
export function addAttention(
  graph: GgufGraph,
  { spec, turn, mask }: Common,
  block: Block,
  layer: number,
  input: string,
): string {
  const at = `layers.${layer}.attention`;
  const x = { name: input, columns: spec.hiddenSize };
  const rotate = (name: string, projected: string, heads: number): string =>
    addNode(graph, 'RotaryEmbedding', name, [projected, turn.cos, turn.sin], {
      attributes: {
        num_heads: heads,
        ...(turn.size < spec.headSize ? { rotary_embedding_dim: turn.size } : {}),
      },
    });
  const toHeads = (name: string, values: string, heads: number): string => {
    const split = addNode(graph, 'Reshape', `${name}.split`, [
      values,
      integers(graph, 0, 0, heads, spec.headSize),
    ]);
    return addNode(graph, 'Transpose', name, [split], { attributes: { perm: [0, 2, 1, 3] } });
  };
  const extend = (kind: string, values: string): string =>
    addNode(graph, 'Concat', `present.${layer}.${kind}`, [`past_key_values.${layer}.${kind}`, values], {
      attributes: { axis: 2 },
    });

  const project = (kind: 'query' | 'key' | 'value', heads: number): string => {
    const permuted = spec.permuted && kind !== 'value' ? heads : null;
    return addProjection(graph, `${at}.${kind}`, x, block[kind], permuted);
  };
  const normed = (kind: 'query' | 'key', heads: number): string =>
    addHeadNorm(graph, spec, `${at}.${kind}.normed`, project(kind, heads), block[`${kind}Norm`], heads);

  const query = rotate(`${at}.query.rotated`, normed('query', spec.heads), spec.heads);
  const key = rotate(`${at}.key.rotated`, normed('key', spec.kvHeads), spec.kvHeads);
  const value = project('value', spec.kvHeads);
  const keys = extend('key', toHeads(`${at}.key.heads`, key, spec.kvHeads));
  const values = extend('value', toHeads(`${at}.value.heads`, value, spec.kvHeads));
  const queries = toHeads(`${at}.query.heads`, query, spec.heads);

  const grouped = integers(graph, 0, spec.kvHeads, -1, 0);
  const perHead = integers(graph, 0, spec.heads, -1, 0);
  const queriesOfGroup = addNode(graph, 'Reshape', `${at}.query.groups`, [queries, grouped]);
  const keysAcross = addNode(graph, 'Transpose', `${at}.key.transposed`, [keys], {
    attributes: { perm: [0, 1, 3, 2] },
  });
  const product = addNode(graph, 'MatMul', `${at}.product`, [queriesOfGroup, keysAcross]);
  const scale = floats(graph, 'constant.scale', Float32Array.of(spec.scales.attention), []);
  const scaled = addNode(graph, 'Mul', `${at}.product.scaled`, [product, scale]);
  const scores = addNode(graph, 'Reshape', `${at}.scores`, [scaled, perHead]);
  const capped = addSoftCap(graph, `${at}.scores.capped`, scores, spec.scales.attentionCap);
  const masked = addNode(graph, 'Add', `${at}.scores.masked`, [capped, mask]);
  const weights = addNode(graph, 'Softmax', `${at}.weights`, [masked], { attributes: { axis: -1 } });
  const weightsOfGroup = addNode(graph, 'Reshape', `${at}.weights.groups`, [weights, grouped]);
  const mixed = addNode(graph, 'MatMul', `${at}.mixed.groups`, [weightsOfGroup, values]);
  const mixedHeads = addNode(graph, 'Reshape', `${at}.mixed.heads`, [mixed, perHead]);
  const byToken = addNode(graph, 'Transpose', `${at}.mixed.tokens`, [mixedHeads], {
    attributes: { perm: [0, 2, 1, 3] },
  });
  const width = spec.heads * spec.headSize;
  const merged = addNode(graph, 'Reshape', `${at}.mixed`, [byToken, integers(graph, 0, 0, width)]);
  return addProjection(graph, `${at}.output`, { name: merged, columns: width }, block.attentionOutput);
}

/**
 * The norm of queries or keys `[batch, tokens, heads × headSize]`: of each head, with the same weights or its own, or of
 * all at once.
 */
function addHeadNorm(
  graph: GgufGraph,
  spec: DecoderSpec,
  name: string,
  input: string,
  norm: Weighted | null,
  heads: number,
): string {
  if (norm?.weight.columns !== spec.headSize) return addNorm(graph, spec, name, input, norm);
  const { headSize } = spec;
  const split = addNode(graph, 'Reshape', `${name}.split`, [input, integers(graph, 0, 0, heads, headSize)]);
  const each =
    norm.weight.rows === 1
      ? addNorm(graph, spec, `${name}.heads`, split, norm)
      : addOwnNorms(graph, spec, `${name}.heads`, split, norm.weight);
  return addNode(graph, 'Reshape', name, [each, integers(graph, 0, 0, heads * headSize)]);
}

/** The layer norm of each head with weights `[heads, headSize]`: the operator has one set for all. */
function addOwnNorms(
  graph: GgufGraph,
  { norms, headSize }: DecoderSpec,
  name: string,
  heads: string,
  weights: GgufTensor,
): string {
  const ones = floats(graph, 'constant.ones', new Float32Array(headSize).fill(1), [headSize]);
  const bare = addNode(graph, 'LayerNormalization', `${name}.bare`, [heads, ones], {
    attributes: { axis: -1, epsilon: { float: norms.epsilon } },
  });
  return addNode(graph, 'Mul', name, [bare, addVector(graph, weights)]);
}
