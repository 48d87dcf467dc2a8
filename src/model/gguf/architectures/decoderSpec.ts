import type { GgufTensor } from '../readGguf';

/** A decoder as its GGUF file describes it, checked: what its graph is built from. Sizes are in values. */
export interface DecoderSpec {
  /** As `config.json` of transformers names it. */
  transformers: { architecture: string; modelType: string };
  layers: number;
  heads: number;
  kvHeads: number;
  headSize: number;
  hiddenSize: number;
  feedForwardSize: number;
  vocabSize: number;
  contextLength: number;
  normEpsilon: number;
  /** Whether rows of Q and K alternate between the halves of a head in the file. */
  permuted: boolean;
  activation: 'silu' | 'gelu';
  scales: Scales;
  embedding: GgufTensor;
  outputNorm: GgufTensor;
  /** `null` where the embedding is the output matrix as well. */
  output: GgufTensor | null;
  /** Of a layer that sees all, and of one that sees a window. */
  rotation: { whole: Rotation; window: Rotation };
  blocks: readonly Block[];
}

/** Numbers that values are multiplied with; `null` where they are not. */
export interface Scales {
  embedding: number | null;
  /** Of products of queries and keys. */
  attention: number;
  /** Of what a layer's parts add to the state. */
  residual: number | null;
  logits: number | null;
  /** The bounds c of c tanh(x / c) for products of queries and keys, and for logits. */
  attentionCap: number | null;
  logitsCap: number | null;
}

/** How queries and keys are turned by their position. */
export interface Rotation {
  base: number;
  /** Positions are divided by this (linear scaling); 1 without. */
  factor: number;
  /** `[headSize / 2]` divisors of the frequencies, where the file has them. */
  frequencyFactors: GgufTensor | null;
}

export interface Linear {
  weight: GgufTensor;
  bias: GgufTensor | null;
}

/** A layer. Norms stand before a part of it, after it, or both. */
export interface Block {
  /** How many tokens a query sees, itself included; `null` where it sees all. */
  window: number | null;
  attentionNorm: GgufTensor | null;
  query: Linear;
  key: Linear;
  value: Linear;
  /** Norms of each head `[headSize]`, or of all heads of a token at once `[heads × headSize]`. */
  queryNorm: GgufTensor | null;
  keyNorm: GgufTensor | null;
  attentionOutput: GgufTensor;
  attentionPostNorm: GgufTensor | null;
  feedForwardNorm: GgufTensor | null;
  gate: GgufTensor;
  up: GgufTensor;
  down: GgufTensor;
  feedForwardPostNorm: GgufTensor | null;
}
