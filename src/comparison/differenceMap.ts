import type { Alignment } from '../protocol/measured/comparison';

/** Weights in rows and columns, row by row; NaN where there is no cell. */
export interface Weights {
  rows: number;
  columns: number;
  values: Float32Array;
}

/** A difference of maps over the tokens that both prompts have. */
export interface DifferenceMap extends Weights {
  /** `[row]`, `[column]`: the token in each prompt. */
  rowTokens: readonly Partner[];
  columnTokens: readonly Partner[];
}

/** A token that both prompts have. */
export interface Partner {
  before: number;
  after: number;
}

/** The tokens that both have, in order. */
export function commonTokens({ runs }: Alignment): Partner[] {
  return runs.flatMap(({ same, before, after }) =>
    same
      ? Array.from({ length: before.end - before.first }, (_, i) => ({
          before: before.first + i,
          after: after.first + i,
        }))
      : [],
  );
}

/**
 * After − before, cell by cell, of two maps of one layer and head: rows and columns are the tokens that both prompts have;
 * what has no partner is left out. `maps`: `[queries, keys]`, all of each prompt.
 */
export function differenceMap(before: Weights, after: Weights, alignment: Alignment): DifferenceMap {
  const tokens = commonTokens(alignment);
  const rowTokens = tokens.filter((at) => at.before < before.rows && at.after < after.rows);
  const columnTokens = tokens.filter((at) => at.before < before.columns && at.after < after.columns);
  const values = new Float32Array(rowTokens.length * columnTokens.length);
  let cell = 0;
  for (const row of rowTokens) {
    const [inBefore, inAfter] = [row.before * before.columns, row.after * after.columns];
    for (const column of columnTokens)
      values[cell++] = after.values[inAfter + column.after]! - before.values[inBefore + column.before]!;
  }
  return { rows: rowTokens.length, columns: columnTokens.length, values, rowTokens, columnTokens };
}
