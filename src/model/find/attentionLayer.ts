import type { GraphPart } from '../onnx/graphSpec';

/** Which stack a layer belongs to: `self` in models of one stack, else by what attends to what. */
export type Stack = 'self' | 'encoder' | 'decoder' | 'cross';

/** What a row of a map sums to, as the structure tells: `at-most-one` where part goes to a sink that is not a token. */
export type RowSum = 'one' | 'at-most-one' | 'free';

/** What a stretch of an axis stands for in a map. */
export type AxisRole = 'batch' | 'head' | 'query' | 'key';

/** One stretch of an axis, which has several where a graph merges, say, batch and heads. `size`: where it is fixed. */
export interface AxisPart {
  role: AxisRole;
  size: number | undefined;
}

/** A tensor that holds a layer's map, and how its axes are to be read. */
export interface MapSource {
  tensor: string;
  /** ElementType; `undefined` where it is not known. */
  dtype: number | undefined;
  /** `[axis][part]`, outermost first. */
  axes: readonly (readonly AxisPart[])[];
  /** What makes the tensor, where the graph does not have it. */
  added: GraphPart;
  /** Weights are multiples of this: they were rounded before they met the values. Absent where they were not. */
  step?: number;
  /** Further heads, in order, where the graph computes heads one by one. */
  moreHeads?: readonly MapSource[];
}

/**
 * A tensor that holds a layer's values, `[batch, heads, tokens, size]` once its axes are brought into order: in `axes`
 * a role of `query` is the token, one of `key` the place in a value. Heads of queries that share one follow one another.
 */
export type ValueSource = Pick<MapSource, 'tensor' | 'dtype' | 'axes' | 'added'>;

/** Where the heads of a layer are put side by side and projected. */
export interface HeadOutputs {
  /** `[batch, queries, heads * size]`: what each head has read, one head after the other, in the order of the map. */
  mixed: string;
  /** `[batch, queries, hidden]`: what is made of `mixed` and weights alone, nearest to where it is added. */
  projected: string;
}

/**
 * What runs past a layer and is added to by it, as the graph has it. All are tensors of hidden states
 * `[batch, queries, hidden]`.
 */
export interface ResidualStream {
  /** What the layer reads: the states after the layer before it, or the embedding. */
  before: string;
  /** What its attention adds, after the output projection. */
  attention: string;
  /** The states after the layer, which the next one reads. */
  after: string;
  /** What its heads have read before that; `null` where they are not found. */
  heads: HeadOutputs | null;
  /** Whether the layer only adds: nothing on the way from `before` to `after` normalises the stream itself. */
  additive: boolean;
  /** ElementType of the three; `undefined` where it is not known. */
  dtype: number | undefined;
}

export interface AttentionLayer {
  stack: Stack;
  /** Counted from 0 within its stack, in the order in which the model runs. */
  index: number;
  /** The matcher that found it, e.g. `softmax-matmul`. */
  via: string;
  /** Name of the node that normalises the scores, for messages. */
  node: string;
  rowSum: RowSum;
  source: MapSource;
  /** What the map weighs; `null` where it is not found. */
  values: ValueSource | null;
  /** `null` where it is not found. */
  stream: ResidualStream | null;
}
