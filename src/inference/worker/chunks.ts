/** Queries `[first, end)` that go through the model in one run. */
export interface Chunk {
  first: number;
  end: number;
}

/** What decides on the memory of one run. */
export interface ModelSizes {
  /** Most heads of a layer. */
  heads: number;
  /** Width of the widest output per token, such as logits over the vocabulary; 0 where unknown. */
  outputWidth: number;
}

const RUN_BYTES = 192 * 1024 * 1024;
const LARGEST = 512;
const SMALLEST = 16;

/** Float32 copies of one layer's scores that are alive at once: product, mask added, weights. */
const LIVE_COPIES = 3;

/**
 * Cuts a prompt of `tokens` into chunks of queries whose runs stay near 192 MiB each: per query, the live
 * scores of one layer, the rows to be fetched (`rowsFetched` per query), and the outputs.
 */
export function chunksOf(tokens: number, sizes: ModelSizes, rowsFetched: number): Chunk[] {
  const perQuery = 4 * (tokens * (LIVE_COPIES * sizes.heads + rowsFetched) + sizes.outputWidth);
  const length = Math.min(LARGEST, Math.max(SMALLEST, Math.floor(RUN_BYTES / perQuery)));
  const count = Math.ceil(tokens / length);
  const even = Math.ceil(tokens / count);
  return Array.from({ length: count }, (_, i) => ({
    first: i * even,
    end: Math.min(tokens, (i + 1) * even),
  }));
}
