import type { AttentionLayer } from '../find/attentionLayer';
import { canonicalMap } from '../find/canonicalMap';
import { addNode, integers, type GraphDraft } from '../onnx/graphDraft';
import type { OnnxGraph } from '../onnx/onnxGraph';
import { headMean } from './headMean';
import { meanRow } from './meanRow';
import { nextLogits } from './nextLogits';
import { pooledMap } from './pooledMap';
import { asState } from './asState';

/** One kind of tensor that can be had from a model, always float32 and with the batch as its first axis. */
export interface TapKind {
  /** How many axes it has. */
  rank: number;
  /**
   * Which queries it tells of: all of a run, the last one, or, in one row, a prompt that went through in one run
   * (`whole`; only models that take it so have that).
   */
  queries: 'all' | 'last' | 'whole';
  /**
   * Adds what makes it for a layer, named after `name`, and returns the tensor, `null` where this layer has none;
   * absent where it is of the whole model.
   */
  ofLayer?(draft: GraphDraft, layer: AttentionLayer, name: string): string | null;
  /** The same for the whole model; `null` where it has none. */
  ofModel?(draft: GraphDraft, graph: OnnxGraph): string | null;
}

const KINDS = {
  /** Whole maps `[batch, heads, queries, keys]`. */
  map: {
    rank: 4,
    queries: 'all',
    ofLayer: (draft, { source }, name) => canonicalMap(draft, source, name),
  },
  /** The same in squares of tokens, each as its largest weight `[batch, heads, squares, squares]`; see `HEAD_POOL`. */
  pooledMap: {
    rank: 4,
    queries: 'all',
    ofLayer: (draft, { source }, name) => pooledMap(draft, canonicalMap(draft, source, name), name),
  },
  /** Means over heads `[batch, 1, queries, keys]`. */
  headMean: {
    rank: 4,
    queries: 'all',
    ofLayer: (draft, { source }, name) => headMean(draft, canonicalMap(draft, source, name), source, name),
  },
  /** What the last query attends to `[batch, heads, 1, keys]`. */
  lastRow: {
    rank: 4,
    queries: 'last',
    ofLayer: (draft, layer, name) => rowAt(draft, layer, -1, name, 'lastRow'),
  },
  /** What the first query attends to `[batch, heads, 1, keys]`. */
  firstRow: {
    rank: 4,
    queries: 'whole',
    ofLayer: (draft, layer, name) => rowAt(draft, layer, 0, name, 'firstRow'),
  },
  /** The mean over queries `[batch, heads, 1, keys]`. */
  meanRow: {
    rank: 4,
    queries: 'whole',
    ofLayer: (draft, { source }, name) => meanRow(draft, canonicalMap(draft, source, name), name),
  },
  /**
   * The residual stream after the layer `[batch, queries, hidden]`: layer 17 gives the states after 18 layers have run,
   * `hidden_states[18]` of transformers; after the last layer they stand before the final norm, where transformers
   * has them behind it. Runs that need nothing above a layer ask `statesTo` of the loaded model.
   */
  state: {
    rank: 3,
    queries: 'all',
    ofLayer: (draft, { stream }, name) => stream && asState(draft, stream.after, stream, `${name}/state`),
  },
  /** What the first layer reads `[batch, queries, hidden]`, the embedding; of no other layer. */
  embedding: {
    rank: 3,
    queries: 'all',
    ofLayer: (draft, { stream, index }, name) =>
      index > 0 ? null : stream && asState(draft, stream.before, stream, `${name}/embedding`),
  },
  /** What the heads of a layer have read, one after the other `[batch, queries, heads * size]`. */
  mixed: {
    rank: 3,
    queries: 'all',
    ofLayer: (draft, { stream }, name) =>
      stream?.heads ? asState(draft, stream.heads.mixed, stream, `${name}/mixed`) : null,
  },
  /** What the map weighs `[batch, heads of values, keys, size]`. */
  values: {
    rank: 4,
    queries: 'last',
    ofLayer: (draft, { values }, name) => values && canonicalMap(draft, values, `${name}/values`),
  },
  /** Logits of the token that follows the last one `[batch, 1, vocabulary]`. */
  nextLogits: { rank: 3, queries: 'last', ofModel: nextLogits },
} satisfies Record<string, TapKind>;

export type KindName = keyof typeof KINDS;

/** Everything that can be tapped: another kind is another entry. */
export const tapKinds: Readonly<Record<KindName, TapKind>> = KINDS;

/** The kinds that a model has. `whole`: it takes a prompt only in one run. */
export function kindsOf(whole: boolean): KindName[] {
  const names = Object.keys(KINDS) as KindName[];
  return names.filter((name) => whole || KINDS[name].queries !== 'whole');
}

function rowAt(
  draft: GraphDraft,
  { source }: AttentionLayer,
  query: number,
  name: string,
  kind: string,
): string {
  const inputs = [canonicalMap(draft, source, name), integers(draft, query)];
  return addNode(draft, 'Gather', `${name}/${kind}`, inputs, { attributes: { axis: 2 } });
}
