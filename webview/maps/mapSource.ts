import { poolFor, type PooledBy } from '../../src/attention/pooling';
import type { ReadingQueries } from '../../src/attention/readingPosition';
import {
  HEAD_POOL,
  type HeadChoice,
  type InferenceProgress,
  type ReadingWay,
} from '../../src/protocol/borders/inference';

/** Which maps: every head of `heads` in every layer of `layers`, a row of each of the queries or their mean. */
export interface MapRequest extends ReadingQueries {
  layers: readonly number[];
  heads: readonly HeadChoice[];
  /** Side of the square of cells to draw as one; 1 asks for exact weights. */
  pool: number;
  /** What such a square is drawn as; its largest weight where absent, which is all that a report has. */
  by?: PooledBy;
  /** The row and column in which each token is drawn, −1 for none, as means; only of the extension, for all queries. */
  groups?: readonly number[];
  /** What a cell says; the weights where absent, which is all that a report has. */
  way?: ReadingWay;
}

/** Maps as they could be had. */
export interface MapBlock {
  rows: number;
  columns: number;
  /** Side of the square that each cell stands for; more than asked for where no finer map is at hand. */
  pool: number;
  /** The mean of the square; its largest weight where absent. */
  by?: PooledBy;
  /** Rows of such cells that are left out above the first; none where absent. */
  rowsBefore?: number;
  /** `[layers, heads, rows, columns]`: rows are queries, columns are keys. */
  values: Float32Array;
}

/** Where the views get maps from: the data of a report, or the extension. */
export interface MapSource {
  /** Rejects where they cannot be had, and where the signal ended it; tells how far it is where that takes a run. */
  maps(
    request: MapRequest,
    signal: AbortSignal,
    onProgress?: (progress: InferenceProgress) => void,
  ): Promise<MapBlock>;
  /** Whether single heads can be asked for. */
  readonly hasHeads: boolean;
  /** Whether those take a run of the model, and so a while for a long prompt. */
  readonly headsTakeRun: boolean;
}

/** Tokens a side of the squares in which a whole map is asked for: those in which it is kept as the model reads. */
export function poolOf(tokens: number, head: HeadChoice): number {
  const pool = poolFor(tokens);
  return pool > 1 && head !== 'mean' ? Math.max(pool, HEAD_POOL) : pool;
}
