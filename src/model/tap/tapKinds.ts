import { type AttentionLayer } from '../find/attentionLayer';
import { canonicalMap } from '../find/canonicalMap';
import { addNode, integers, type GraphDraft } from '../onnx/graphDraft';
import { headMean } from './headMean';

/** One kind of tensor that can be had of a layer, always float32 and with the batch as its first axis. */
export interface TapKind {
  /** How many axes it has. */
  rank: number;
  /** Whether it tells of every query, or of the last one only. */
  queries: 'all' | 'last';
  /** Adds what makes it, named after `name`, and returns the tensor. */
  tensor(draft: GraphDraft, layer: AttentionLayer, name: string): string;
}

const KINDS = {
  /** Whole maps `[batch, heads, queries, keys]`. */
  map: {
    rank: 4,
    queries: 'all',
    tensor: (draft, { source }, name) => canonicalMap(draft, source, name),
  },
  /** Means over heads `[batch, 1, queries, keys]`. */
  headMean: {
    rank: 4,
    queries: 'all',
    tensor: (draft, { source }, name) => headMean(draft, canonicalMap(draft, source, name), source, name),
  },
  /** What the last query attends to `[batch, heads, 1, keys]`. */
  lastRow: {
    rank: 4,
    queries: 'last',
    tensor: (draft, { source }, name) => {
      const inputs = [canonicalMap(draft, source, name), integers(draft, -1)];
      return addNode(draft, 'Gather', `${name}/lastRow`, inputs, { attributes: { axis: 2 } });
    },
  },
} satisfies Record<string, TapKind>;

export type KindName = keyof typeof KINDS;

/** Everything that can be tapped: another kind is another entry. */
export const tapKinds: Readonly<Record<KindName, TapKind>> = KINDS;
