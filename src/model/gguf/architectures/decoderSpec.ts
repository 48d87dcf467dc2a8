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
  /** Root mean square alone, or mean and variance (layer norm). */
  norms: { kind: 'rms' | 'layer'; epsilon: number };
  /** Whether rows of Q and K alternate between the halves of a head in the file. */
  permuted: boolean;
  activation: 'silu' | 'gelu';
  scales: Scales;
  embedding: GgufTensor;
  outputNorm: Weighted;
  /** `null` where the embedding is the output matrix as well. */
  output: GgufTensor | null;
  /** Of a layer that sees all, and of one that sees a window. */
  rotation: { whole: Rotation; window: Rotation };
  /** Whether the feed-forward part reads what attention reads, beside it. */
  parallel: boolean;
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

/** How queries and keys are turned by their position: the first `2 × frequencies` values of each head, in pairs. */
export interface Rotation {
  base: number;
  /** Radians per position, of each pair; float32. */
  frequencies: Float32Array;
  /** `[frequencies]` divisors of the frequencies, where the file has them. */
  divisors: GgufTensor | null;
  /** What cosine and sine are multiplied with; 1 of most. */
  magnitude: number;
}

/** A matrix or norm, and what is added behind it. */
export interface Weighted {
  weight: GgufTensor;
  bias: GgufTensor | null;
}

/** A layer. Norms stand before a part of it, after it, or both. */
export interface Block {
  /** How many tokens a query sees, itself included; `null` where it sees all. */
  window: number | null;
  attentionNorm: Weighted | null;
  query: Weighted;
  key: Weighted;
  value: Weighted;
  /** Norms of each head, with weights that heads share `[headSize]` or their own `[heads, headSize]`, or of all heads of a token at once `[heads × headSize]`. */
  queryNorm: Weighted | null;
  keyNorm: Weighted | null;
  attentionOutput: Weighted;
  attentionPostNorm: Weighted | null;
  feedForwardNorm: Weighted | null;
  /** `null` where the feed-forward part has none. */
  gate: Weighted | null;
  up: Weighted;
  down: Weighted;
  feedForwardPostNorm: Weighted | null;
}
