import type { CachePair } from '../inputs/keyValueCache';
import { addNode, integers, newDraft, partOf, sizeAt } from '../onnx/graphDraft';
import type { GraphPart } from '../onnx/graphSpec';

/** A tensor of the cache, and what a run adds to it. */
export interface CacheTail {
  input: string;
  axis: number;
  /** Output of the run: the keys or values of its tokens alone, in the layout of `input`. */
  added: string;
}

/**
 * Takes of each tensor of the cache what a run adds to it. The whole of it, as the model gives it out, would stand in
 * memory three times at the end of every run: as it went in, as it came out, and as it is handed over.
 */
export function cacheTails(
  cache: readonly CachePair[],
  prefix: string,
): { added: GraphPart; tails: CacheTail[]; types: ReadonlyMap<string, number> } {
  const draft = newDraft(prefix);
  const types = new Map<string, number>();
  const pasts = new Map<string, string>();
  const tails = cache.map(({ input, output, axis, tokens = input, dtype }) => {
    const shape = () => addNode(draft, 'Shape', `${input}/shape`, [input]);
    const past = pasts.get(tokens) ?? sizeAt(draft, shape(), axis, `${input}/tokens`);
    pasts.set(tokens, past);
    const ends = integers(draft, Number.MAX_SAFE_INTEGER);
    const added = addNode(draft, 'Slice', `${output}/added`, [output, past, ends, integers(draft, axis)]);
    types.set(added, dtype);
    return { input, axis, added };
  });
  return { added: partOf(draft), tails, types };
}
