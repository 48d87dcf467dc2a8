import type { DecoderSpec, Scales } from './decoderSpec';

/** Fields of a file's metadata, without the name of the architecture before them; numbers above 0. */
export interface Fields {
  /** `undefined` where the file has none. */
  real(key: string): number | undefined;
  layers: number;
  heads: number;
  headSize: number;
  hiddenSize: number;
}

/**
 * How a decoder differs from the plain one: norms before attention and feed-forward, no biases, SiLU, one rotation, every
 * query sees all that is before it.
 */
export interface Architecture {
  transformers: DecoderSpec['transformers'];
  /** See `DecoderSpec`. */
  permuted?: true;
  /** Queries, keys and values have a bias. */
  biases?: true;
  /** Queries and keys are normed: each head by itself, or all heads of a token at once. */
  headNorms?: 'each' | 'all';
  norms?: 'before' | 'after' | 'around';
  activation?: 'gelu';
  /** Q, K and V are one matrix, and so are gate and up. */
  fused?: true;
  /** Fields that say how large a window is, and which layers have one. */
  window?: { field: string; isWindow(layer: number): boolean; ropeBase?: number };
  /** Where some differ from the plain ones. */
  scales?(fields: Fields): Partial<Scales>;
  /** Fields that this one understands, of those that are refused elsewhere. */
  fields?: readonly string[];
}
