import type { GgufTensor } from '../readGguf';
import type { Architecture } from './architecture';
import type { Block, DecoderSpec, Weighted } from './decoderSpec';
import type { FieldReader } from './readFields';
import { rowsOf, type TensorReader } from './readTensors';

/** A norm's weights, and its bias where the architecture has one. */
export function readNorm(
  { layerNorms }: Architecture,
  { vector }: TensorReader,
  part: string,
  size: number,
): Weighted {
  return { weight: vector(`${part}.weight`, size), bias: layerNorms ? vector(`${part}.bias`, size) : null };
}

type Sizes = Pick<
  DecoderSpec,
  'heads' | 'kvHeads' | 'headSize' | 'hiddenSize' | 'feedForwardSize' | 'parallel'
>;

/** A layer's tensors, checked. Throws `bad-model` with the name of what is missing or does not fit. */
export function readBlock(
  architecture: Architecture,
  sizes: Sizes,
  fields: FieldReader,
  tensors: TensorReader,
  layer: number,
): Block {
  const { heads, headSize, hiddenSize, feedForwardSize } = sizes;
  const { linear } = tensors;
  const { norms = 'before', window } = architecture;
  const at = `blk.${layer}`;
  const norm = (suffix: string, where: 'before' | 'after'): Weighted | null =>
    norms === where || norms === 'around'
      ? readNorm(architecture, tensors, `${at}.${suffix}`, hiddenSize)
      : null;
  return {
    window: window?.isWindow(layer) ? fields.countOrNone(window.field, window.otherwise) : null,
    attentionNorm: norm('attn_norm', 'before'),
    ...readProjections(architecture, sizes, tensors, layer),
    queryNorm: readHeadNorm(architecture, sizes, tensors, `${at}.attn_q_norm.weight`, heads),
    keyNorm: readHeadNorm(architecture, sizes, tensors, `${at}.attn_k_norm.weight`, sizes.kvHeads),
    attentionOutput: linear(`${at}.attn_output`, heads * headSize, hiddenSize),
    attentionPostNorm: norm('post_attention_norm', 'after'),
    feedForwardNorm: sizes.parallel ? null : norm('ffn_norm', 'before'),
    down: linear(`${at}.ffn_down`, feedForwardSize, hiddenSize),
    feedForwardPostNorm: norm('post_ffw_norm', 'after'),
  };
}

/** The norm of all heads' queries or keys, of each head, or of each head with weights of its own. */
function readHeadNorm(
  { headNorms }: Architecture,
  { headSize }: Sizes,
  { vector, vectorIfAny }: TensorReader,
  name: string,
  heads: number,
): Weighted | null {
  if (headNorms === undefined) return null;
  if (headNorms === 'own') {
    const weight = vectorIfAny(name, headSize, heads);
    return weight && { weight, bias: null };
  }
  return { weight: vector(name, headNorms === 'each' ? headSize : heads * headSize), bias: null };
}

/** Matrices of what is read of a state: each by itself in the file, or rows of one. */
function readProjections(
  { fused, ungated }: Architecture,
  { heads, kvHeads, headSize, hiddenSize, feedForwardSize }: Sizes,
  { matrix, linear }: TensorReader,
  layer: number,
): Pick<Block, 'query' | 'key' | 'value' | 'gate' | 'up'> {
  const at = `blk.${layer}`;
  const [queryRows, keyRows] = [heads * headSize, kvHeads * headSize];
  if (fused) {
    const projections = matrix(`${at}.attn_qkv.weight`, hiddenSize, queryRows + 2 * keyRows);
    const both = matrix(`${at}.ffn_up.weight`, hiddenSize, 2 * feedForwardSize);
    const rows = (of: GgufTensor, name: string, first: number, count: number): Weighted => ({
      weight: rowsOf(of, name, first, count),
      bias: null,
    });
    return {
      query: rows(projections, 'query', 0, queryRows),
      key: rows(projections, 'key', queryRows, keyRows),
      value: rows(projections, 'value', queryRows + keyRows, keyRows),
      gate: rows(both, 'gate', 0, feedForwardSize),
      up: rows(both, 'up', feedForwardSize, feedForwardSize),
    };
  }
  return {
    query: linear(`${at}.attn_q`, hiddenSize, queryRows),
    key: linear(`${at}.attn_k`, hiddenSize, keyRows),
    value: linear(`${at}.attn_v`, hiddenSize, keyRows),
    gate: ungated ? null : linear(`${at}.ffn_gate`, hiddenSize, feedForwardSize),
    up: linear(`${at}.ffn_up`, hiddenSize, feedForwardSize),
  };
}
