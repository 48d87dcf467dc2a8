/** Prompts of at most so many tokens are kept and shown token by token. */
const TOKEN_BY_TOKEN = 2048;

/** Rows and columns that a map of a longer prompt has at most. */
const MOST_CELLS = 1024;

/** What the weights of a square of tokens are drawn as. */
export type PooledBy = 'largest' | 'mean';

/** Tokens a side of the smallest squares in which a whole map of a prompt is kept and shown; 1: token by token. */
export function finestPool(tokens: number): number {
  return tokens <= TOKEN_BY_TOKEN ? 1 : powerOfTwo(tokens / MOST_CELLS);
}

/**
 * The same where a map has at most so many rows and columns. Sides of a long prompt's squares are powers of 2, so that
 * small squares can be put together to any larger ones.
 */
export function poolFor(tokens: number, mostCells = Infinity): number {
  const least = tokens / mostCells;
  return tokens <= TOKEN_BY_TOKEN
    ? Math.max(1, Math.ceil(least))
    : Math.max(finestPool(tokens), powerOfTwo(least));
}

/** The smallest power of 2 that is no less. */
function powerOfTwo(least: number): number {
  return 2 ** Math.max(0, Math.ceil(Math.log2(least)));
}

/**
 * How many weights stand in a part of a map, queries `[firstRow, endRow)` and keys `[firstColumn, endColumn)`; of a causal
 * model those of keys that a query can see. Called for each square of a map, so that it makes nothing.
 */
export function weightsIn(
  firstRow: number,
  endRow: number,
  firstColumn: number,
  endColumn: number,
  causal: boolean,
): number {
  const columns = endColumn - firstColumn;
  if (!causal || endColumn <= firstRow + 1) return (endRow - firstRow) * columns;
  let sum = 0;
  for (let row = firstRow; row < endRow; row++) sum += Math.max(0, Math.min(columns, row + 1 - firstColumn));
  return sum;
}
