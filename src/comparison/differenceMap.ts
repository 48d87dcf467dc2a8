import type { TokenSpan } from '../protocol/attention';
import type { Alignment } from '../protocol/measured/comparison';

/** Weights in rows and columns, row by row; NaN where there is no cell. */
export interface Weights {
  rows: number;
  columns: number;
  /** Queries that are left out above the first row; none where absent. */
  rowsBefore?: number;
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

/** Where in each prompt the last tokens stand that both have: as many as `most` tokens of either hold. */
export function lastQueries(
  alignment: Alignment,
  most: number,
): Record<'before' | 'after', TokenSpan> | undefined {
  const tokens = commonTokens(alignment);
  const last = tokens.at(-1);
  const first = last && tokens.find((at) => last.before - at.before < most && last.after - at.after < most);
  return (
    first && {
      before: { first: first.before, end: last.before + 1 },
      after: { first: first.after, end: last.after + 1 },
    }
  );
}

/**
 * After − before, cell by cell, of two maps of one layer and head: rows and columns are the tokens that both prompts have;
 * what has no partner is left out.
 */
export function differenceMap(before: Weights, after: Weights, alignment: Alignment): DifferenceMap {
  const tokens = commonTokens(alignment);
  const [aboveBefore, aboveAfter] = [before.rowsBefore ?? 0, after.rowsBefore ?? 0];
  const isRow = (at: number, above: number, rows: number) => at >= above && at < above + rows;
  const rowTokens = tokens.filter(
    (at) => isRow(at.before, aboveBefore, before.rows) && isRow(at.after, aboveAfter, after.rows),
  );
  const columnTokens = tokens.filter((at) => at.before < before.columns && at.after < after.columns);
  const values = new Float32Array(rowTokens.length * columnTokens.length);
  let cell = 0;
  for (const row of rowTokens) {
    const inBefore = (row.before - aboveBefore) * before.columns;
    const inAfter = (row.after - aboveAfter) * after.columns;
    for (const column of columnTokens)
      values[cell++] = after.values[inAfter + column.after]! - before.values[inBefore + column.before]!;
  }
  return { rows: rowTokens.length, columns: columnTokens.length, values, rowTokens, columnTokens };
}
