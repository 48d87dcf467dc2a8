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
 * How a decoder differs from the plain one: RMS norms before attention and feed-forward, a gate, SiLU, one rotation of whole
 * heads, every query sees all that is before it. Biases are there where the file has them.
 */
export interface Architecture {
  transformers: DecoderSpec['transformers'];
  /** See `DecoderSpec`. */
  permuted?: true;
  /** Norms take the mean away first, and have a bias. */
  layerNorms?: true;
  /**
   * Queries and keys are normed: each head by itself, or all heads of a token at once; `own`: each by itself with
   * weights of its own, in some models only.
   */
  headNorms?: 'each' | 'all' | 'own';
  norms?: 'before' | 'after' | 'around';
  /** A layer without a norm before its feed-forward part has that part beside attention. */
  mayBeParallel?: true;
  activation?: 'gelu';
  /** Feed-forward without a gate. */
  ungated?: true;
  /** Q, K and V are one matrix, and so are gate and up. */
  fused?: true;
  /** The first values of a head alone may be turned (`rope.dimension_count`). */
  partialRotation?: true;
  /**
   * The field that says how large a window is (0 for none), and which layers have one. `otherwise`: what holds where the
   * file does not say; without it such a file is refused.
   */
  window?: {
    field: string;
    isWindow(layer: number): boolean;
    ropeBase?: number;
    otherwise?: number | null;
  };
  /** Where some differ from the plain ones. */
  scales?(fields: Fields): Partial<Scales>;
  /** Fields that this one understands, of those that are refused elsewhere. */
  fields?: readonly string[];
}
