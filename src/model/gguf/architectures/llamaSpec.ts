import { basename } from 'node:path';
import { AttnscopeError } from '../../../protocol/errors';
import { plainText, quoted } from '../../../protocol/plainText';
import { rowBytes, supportedTypes } from '../blocks/types';
import type { GgufFile, GgufTensor } from '../readGguf';

/** A llama-family model as its GGUF file describes it, checked. Sizes are in values. */
export interface LlamaSpec {
  layers: number;
  heads: number;
  kvHeads: number;
  headSize: number;
  hiddenSize: number;
  feedForwardSize: number;
  vocabSize: number;
  contextLength: number;
  ropeBase: number;
  /** Positions are divided by this (linear scaling); 1 without. */
  ropeFactor: number;
  normEpsilon: number;
  embedding: GgufTensor;
  outputNorm: GgufTensor;
  /** `null` where the embedding is the output matrix as well. */
  output: GgufTensor | null;
  /** `[headSize / 2]` divisors of the rotation's frequencies, where the file has them. */
  ropeFrequencyFactors: GgufTensor | null;
  blocks: readonly LlamaBlock[];
}

export interface LlamaBlock {
  attentionNorm: GgufTensor;
  query: GgufTensor;
  key: GgufTensor;
  value: GgufTensor;
  attentionOutput: GgufTensor;
  feedForwardNorm: GgufTensor;
  gate: GgufTensor;
  up: GgufTensor;
  down: GgufTensor;
}

/** Reads the description and checks every tensor; throws `bad-model` naming what stands in the way. */
export function readLlamaSpec(file: GgufFile): LlamaSpec {
  const name = quoted(basename(file.path));
  const refuse = (message: string): never => {
    throw new AttnscopeError('bad-model', message);
  };
  const architecture = file.metadata['general.architecture'];
  if (architecture !== 'llama') {
    refuse(
      `${name} holds a model of architecture ${quoted(String(architecture))}; only "llama" can be imported from GGUF. Use an ONNX export of this model instead.`,
    );
  }
  const field = (key: string): unknown => file.metadata[`llama.${key}`];
  const count = (key: string, fallback?: number): number => {
    const value = field(key) ?? fallback;
    if (typeof value === 'number' && Number.isInteger(value) && value > 0 && value < 2 ** 31) return value;
    return refuse(`The metadata field llama.${key} of ${name} is missing or no positive whole number.`);
  };
  const real = (key: string, fallback?: number): number => {
    const value = field(key) ?? fallback;
    if (typeof value === 'number' && Number.isFinite(value) && value > 0) return value;
    return refuse(`The metadata field llama.${key} of ${name} is missing or no positive number.`);
  };

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
  const otherwise = whatIsUnsupported(file, headSize);
  if (otherwise !== null) {
    refuse(
      `${name} ${otherwise}, which the GGUF import does not support. Use an ONNX export of this model instead.`,
    );
  }

  const taken = new Set<string>();
  const optional = (tensorName: string, columns: number, rows: number): GgufTensor | null => {
    const tensor = file.tensors.get(tensorName);
    if (!tensor) return null;
    taken.add(tensorName);
    if (tensor.columns !== columns || tensor.rows !== rows) {
      refuse(
        `Tensor ${tensorName} of ${name} is ${tensor.rows} × ${tensor.columns}; its metadata says ${rows} × ${columns}.`,
      );
    }
    const bytes = rowBytes(tensor.type, columns);
    if (bytes === null) {
      return refuse(
        `Tensor ${tensorName} of ${name} is of type ${tensor.type}, which cannot be imported (supported: ${supportedTypes.join(', ')}, in rows of whole blocks). Use the Q8_0, Q4_K_M or F16 file of this model.`,
      );
    }
    if (tensor.offset + bytes * rows > file.sizeBytes) {
      refuse(
        `${name} ends before the end of tensor ${tensorName}: the file is cut short. Download it again.`,
      );
    }
    return tensor;
  };
  const matrix = (tensorName: string, columns: number, rows: number): GgufTensor =>
    optional(tensorName, columns, rows) ??
    refuse(`Tensor ${tensorName} is missing from ${name}. The file is incomplete: download it again.`);
  const vector = (tensorName: string, length = hiddenSize): GgufTensor => {
    const tensor = matrix(tensorName, length, 1);
    if (tensor.type !== 'F32')
      refuse(`Tensor ${tensorName} of ${name} is of type ${tensor.type}; F32 is expected.`);
    return tensor;
  };

  const vocabSize = file.tensors.get('token_embd.weight')?.rows ?? 0;
  const queryRows = heads * headSize;
  const keyRows = kvHeads * headSize;
  const spec: LlamaSpec = {
    layers,
    heads,
    kvHeads,
    headSize,
    hiddenSize,
    feedForwardSize,
    vocabSize,
    contextLength: count('context_length'),
    ropeBase: real('rope.freq_base', 10_000),
    ropeFactor: field('rope.scaling.type') === 'linear' ? real('rope.scaling.factor') : 1,
    normEpsilon: real('attention.layer_norm_rms_epsilon'),
    embedding: matrix('token_embd.weight', hiddenSize, vocabSize),
    outputNorm: vector('output_norm.weight'),
    output: optional('output.weight', hiddenSize, vocabSize),
    ropeFrequencyFactors: file.tensors.has('rope_freqs.weight')
      ? vector('rope_freqs.weight', headSize / 2)
      : null,
    blocks: Array.from({ length: layers }, (_, layer) => {
      const part = (suffix: string): string => `blk.${layer}.${suffix}.weight`;
      return {
        attentionNorm: vector(part('attn_norm')),
        query: matrix(part('attn_q'), hiddenSize, queryRows),
        key: matrix(part('attn_k'), hiddenSize, keyRows),
        value: matrix(part('attn_v'), hiddenSize, keyRows),
        attentionOutput: matrix(part('attn_output'), queryRows, hiddenSize),
        feedForwardNorm: vector(part('ffn_norm')),
        gate: matrix(part('ffn_gate'), hiddenSize, feedForwardSize),
        up: matrix(part('ffn_up'), hiddenSize, feedForwardSize),
        down: matrix(part('ffn_down'), feedForwardSize, hiddenSize),
      };
    }),
  };
  // A tensor that the graph would leave out (a bias, an adapter) means other maps than the model's.
  const unknown = [...file.tensors.keys()].find((tensorName) => !taken.has(tensorName));
  if (unknown !== undefined) {
    refuse(
      `${name} has a tensor ${quoted(unknown)} that the GGUF import does not know. Use an ONNX export of this model instead.`,
    );
  }
  return spec;
}

/** Fields of other llama-like models that change what is computed; 0, false or absent where unused. */
const FOREIGN_FIELDS = [
  'attention.sliding_window',
  'attention.scale',
  'attention.clamp_kqv',
  'attn_logit_softcapping',
  'embedding_scale',
  'residual_scale',
  'logit_scale',
  'use_parallel_residual',
  'rope.scale_linear',
  'expert_count',
];

/** What in the metadata asks for a computation other than ours, as the end of a sentence. */
function whatIsUnsupported(file: GgufFile, headSize: number): string | null {
  const field = (key: string): unknown => file.metadata[`llama.${key}`];
  const used = FOREIGN_FIELDS.find((key) => field(key));
  if (used !== undefined) return `sets llama.${used}`;
  if (field('attention.causal') === false) return 'lets every token look ahead (llama.attention.causal)';
  for (const key of ['attention.value_length', 'rope.dimension_count']) {
    if ((field(key) ?? headSize) !== headSize) return `sets llama.${key} to another size than that of a head`;
  }
  const scaling = field('rope.scaling.type') ?? 'none';
  if (scaling === 'none' || scaling === 'linear') return null;
  return `scales positions by the method "${plainText(String(scaling), 20)}"`;
}
