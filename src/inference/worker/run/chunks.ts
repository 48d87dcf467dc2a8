import { HEAD_POOL } from '../../../protocol/borders/inference';

/** Queries `[first, end)` that go through the model in one run. */
export interface Chunk {
  first: number;
  end: number;
}

const RUN_BYTES = 128 * 1024 * 1024;
const LARGEST = 512;
/** Chunks are multiples of it, so that no square of single heads lies in two of them. */
const SMALLEST = HEAD_POOL;

/** Float32 copies of one layer's scores that are alive at once: product, mask added, weights. */
const LIVE_COPIES = 3;

/**
 * Cuts a prompt of `tokens`, from token `from` on, into chunks of queries whose runs stay near 128 MiB each: per
 * query, the live scores of one layer (`heads` rows, several copies), and the rows to be fetched (`rowsFetched`).
 */
export function chunksOf(tokens: number, heads: number, rowsFetched: number, from = 0): Chunk[] {
  const perQuery = 4 * tokens * (LIVE_COPIES * heads + rowsFetched);
  const floor = (count: number) => Math.floor(count / SMALLEST) * SMALLEST;
  const length = Math.min(LARGEST, Math.max(SMALLEST, floor(RUN_BYTES / perQuery)));
  const queries = tokens - from;
  const even = floor(Math.ceil(queries / Math.ceil(queries / length)) + SMALLEST - 1);
  return Array.from({ length: Math.ceil(queries / even) }, (_, i) => ({
    first: from + i * even,
    end: Math.min(tokens, from + (i + 1) * even),
  }));
}
