import { basename } from 'node:path';
import { AttnscopeError } from '../../../protocol/errors';
import { quoted } from '../../../protocol/plainText';
import type { GgufFile, GgufTensor } from '../readGguf';
import type { Architecture } from './architecture';
import { architectures } from './architectures';
import type { Block, DecoderSpec, Linear } from './decoderSpec';
import { type FieldReader, readFields, whatIsUnsupported } from './readFields';
import { readTensors, rowsOf, type TensorReader } from './readTensors';

/** Reads the description and checks every tensor; throws `bad-model` naming what stands in the way. */
export function readDecoderSpec(file: GgufFile): DecoderSpec {
  const name = quoted(basename(file.path));
  const refuse = (message: string): never => {
    throw new AttnscopeError('bad-model', message);
  };
  const called = String(file.metadata['general.architecture']);
  const architecture = Object.hasOwn(architectures, called) ? architectures[called]! : undefined;
  if (!architecture) {
    return refuse(
      `${name} holds a model of architecture ${quoted(called)}; those that can be imported from GGUF are ${Object.keys(architectures).join(', ')}. Use an ONNX export of this model instead.`,
    );
  }
  const fields = readFields(file, called, name);
  const { count, real } = fields;
  const hiddenSize = count('embedding_length');
  const heads = count('attention.head_count');
  const kvHeads = count('attention.head_count_kv', heads);
  const headSize = count('attention.key_length', hiddenSize / heads);
  const feedForwardSize = count('feed_forward_length');
  const layers = count('block_count');
  if (heads % kvHeads !== 0 || headSize % 2 !== 0) {
    refuse(
      `${name} has ${heads} query heads, ${kvHeads} key heads and head size ${headSize}, which do not fit.`,
    );
  }
  const otherwise = whatIsUnsupported(file, called, architecture, headSize);
  if (otherwise !== null) {
    refuse(
      `${name} ${otherwise}, which the GGUF import does not support. Use an ONNX export of this model instead.`,
    );
  }

  const tensors = readTensors(file, name);
  const { matrix, vector, optional } = tensors;
  const vocabSize = file.tensors.get('token_embd.weight')?.rows ?? 0;
  const sizes = { layers, heads, kvHeads, headSize, hiddenSize, feedForwardSize };
  const spec: DecoderSpec = {
    ...sizes,
    transformers: architecture.transformers,
    vocabSize,
    contextLength: count('context_length'),
    normEpsilon: fields.needed('attention.layer_norm_rms_epsilon'),
    permuted: architecture.permuted ?? false,
    activation: architecture.activation ?? 'silu',
    scales: {
      ...{ embedding: null, residual: null, logits: null, attentionCap: null, logitsCap: null },
      attention: headSize ** -0.5,
      ...architecture.scales?.({ ...sizes, real }),
    },
    embedding: matrix('token_embd.weight', hiddenSize, vocabSize),
    outputNorm: vector('output_norm.weight', hiddenSize),
    output: optional('output.weight', hiddenSize, vocabSize),
    rotation: rotations(architecture, fields, tensors.vectorIfAny('rope_freqs.weight', headSize / 2)),
    blocks: Array.from({ length: layers }, (_, layer) =>
      readBlock(architecture, sizes, fields, tensors, layer),
    ),
  };
  tensors.finish();
  return spec;
}

type Sizes = Pick<
  DecoderSpec,
  'layers' | 'heads' | 'kvHeads' | 'headSize' | 'hiddenSize' | 'feedForwardSize'
>;

function rotations(
  { window }: Architecture,
  fields: FieldReader,
  frequencyFactors: GgufTensor | null,
): DecoderSpec['rotation'] {
  const base = fields.real('rope.freq_base') ?? 10_000;
  const factor = fields.text('rope.scaling.type') === 'linear' ? fields.needed('rope.scaling.factor') : 1;
  const whole = { base, factor, frequencyFactors };
  const ropeBase = window?.ropeBase;
  return { whole, window: ropeBase === undefined ? whole : { base: ropeBase, factor: 1, frequencyFactors } };
}

function readBlock(
  architecture: Architecture,
  sizes: Sizes,
  fields: FieldReader,
  tensors: TensorReader,
  layer: number,
): Block {
  const { heads, headSize, hiddenSize, feedForwardSize } = sizes;
  const { matrix, vector } = tensors;
  const { norms = 'before', headNorms, window } = architecture;
  const part = (suffix: string): string => `blk.${layer}.${suffix}.weight`;
  const norm = (suffix: string, where: 'before' | 'after'): GgufTensor | null =>
    norms === where || norms === 'around' ? vector(part(suffix), hiddenSize) : null;
  const headNorm = (suffix: string, ofHeads: number): GgufTensor | null =>
    headNorms ? vector(part(suffix), headNorms === 'each' ? headSize : ofHeads * headSize) : null;
  return {
    window: window?.isWindow(layer) ? fields.count(window.field) : null,
    attentionNorm: norm('attn_norm', 'before'),
    ...readProjections(architecture, sizes, tensors, layer),
    queryNorm: headNorm('attn_q_norm', heads),
    keyNorm: headNorm('attn_k_norm', sizes.kvHeads),
    attentionOutput: matrix(part('attn_output'), heads * headSize, hiddenSize),
    attentionPostNorm: norm('post_attention_norm', 'after'),
    feedForwardNorm: norm('ffn_norm', 'before'),
    down: matrix(part('ffn_down'), feedForwardSize, hiddenSize),
    feedForwardPostNorm: norm('post_ffw_norm', 'after'),
  };
}

/** Matrices of what is read of a state: each by itself in the file, or rows of one. */
function readProjections(
  { fused, biases }: Architecture,
  { heads, kvHeads, headSize, hiddenSize, feedForwardSize }: Sizes,
  { matrix, vector }: TensorReader,
  layer: number,
): Pick<Block, 'query' | 'key' | 'value' | 'gate' | 'up'> {
  const at = `blk.${layer}`;
  const [queryRows, keyRows] = [heads * headSize, kvHeads * headSize];
  if (fused) {
    const projections = matrix(`${at}.attn_qkv.weight`, hiddenSize, queryRows + 2 * keyRows);
    const both = matrix(`${at}.ffn_up.weight`, hiddenSize, 2 * feedForwardSize);
    const rows = (name: string, first: number, count: number): Linear => ({
      weight: rowsOf(projections, name, first, count),
      bias: null,
    });
    return {
      query: rows('query', 0, queryRows),
      key: rows('key', queryRows, keyRows),
      value: rows('value', queryRows + keyRows, keyRows),
      gate: rowsOf(both, 'gate', 0, feedForwardSize),
      up: rowsOf(both, 'up', feedForwardSize, feedForwardSize),
    };
  }
  const linear = (suffix: string, rows: number): Linear => ({
    weight: matrix(`${at}.${suffix}.weight`, hiddenSize, rows),
    bias: biases ? vector(`${at}.${suffix}.bias`, rows) : null,
  });
  return {
    query: linear('attn_q', queryRows),
    key: linear('attn_k', keyRows),
    value: linear('attn_v', keyRows),
    gate: matrix(`${at}.ffn_gate.weight`, hiddenSize, feedForwardSize),
    up: matrix(`${at}.ffn_up.weight`, hiddenSize, feedForwardSize),
  };
}
