/** For each query the other keys that hold the same token, and those right behind such a key. */
export interface Repeats {
  same: number[][];
  afterSame: number[][];
}

/**
 * Where tokens come again. In a causal model only what stands before a query counts; a query itself never does. What
 * stands right behind an occurrence is what would come next if the text went on as it did there.
 */
export function repeatsOf(tokenIds: readonly number[], causal: boolean): Repeats {
  const places = new Map<number, number[]>();
  tokenIds.forEach((id, at) => {
    const known = places.get(id);
    if (known) known.push(at);
    else places.set(id, [at]);
  });
  const counts = (query: number) => (key: number) =>
    key !== query && key < tokenIds.length && (!causal || key < query);
  const others = tokenIds.map((id, query) => places.get(id)!.filter((key) => key !== query));
  return {
    same: others.map((keys, query) => keys.filter(counts(query))),
    afterSame: others.map((keys, query) => keys.map((key) => key + 1).filter(counts(query))),
  };
}
