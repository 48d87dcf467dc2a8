/** How a report carries its data: the writer is src/report, the reader is webview. */
import type { Comparison } from '../measured/comparison';
import type { ShownAnalysis } from './shown';

/** Largest weights of `pool` x `pool` cells; 1 = exact. */
export interface EmbeddedMaps {
  /** Rows and columns of each map after pooling. */
  side: number;
  pool: number;
}

/** The one JSON block of a report; the weights stand in blocks of their own. */
export interface EmbeddedReport {
  shown: ShownAnalysis;
  /** Token texts were left out on request. */
  masked: boolean;
  /** `mean-{layer}`: one map per layer, the mean over its heads. */
  means: EmbeddedMaps;
  /** `heads-{layer}`: a map of each head; `null` where they did not fit. `rows-{layer}` is always there. */
  heads: EmbeddedMaps | null;
}

/** The block of a report of two prompts; the blocks of their maps have names that begin with `before-` and `after-`. */
export interface EmbeddedComparison {
  comparison: Comparison;
  before: EmbeddedReport;
  after: EmbeddedReport;
}

/** Names of the blocks; each is an inert script element `attn-{name}` with base64 of raw-deflated bytes. */
export const blockNames = {
  report: 'report',
  mean: (layer: number) => `mean-${layer}`,
  heads: (layer: number) => `heads-${layer}`,
  /** What is attended to from the reading position, exact: `[heads, 1, keys]`, not causal. */
  rows: (layer: number) => `rows-${layer}`,
  /** The points of a study, in a report of its own. */
  study: 'study',
} as const;

/** Weights of 0 to 1 in steps of 1/65535. */
const STEPS = 65_535;

/**
 * Packs maps `[maps, rows, columns]` as 16-bit linear weights: all high bytes, then all low bytes, which
 * deflates better. `causal` leaves out the cells right of the diagonal.
 */
export function packWeights(
  values: Float32Array,
  maps: number,
  rows: number,
  columns: number,
  causal: boolean,
): Uint8Array {
  const perMap = cellsOf(rows, columns, causal);
  const packed = new Uint8Array(2 * maps * perMap);
  let at = 0;
  for (let map = 0; map < maps; map++) {
    for (let row = 0; row < rows; row++) {
      const start = (map * rows + row) * columns;
      const end = start + (causal ? row + 1 : columns);
      for (let cell = start; cell < end; cell++) {
        const step = Math.round(Math.min(1, Math.max(0, values[cell]!)) * STEPS);
        packed[at] = step >> 8;
        packed[at + maps * perMap] = step & 255;
        at++;
      }
    }
  }
  return packed;
}

/** The reverse of `packWeights`, right to 1/131070. */
export function unpackWeights(
  packed: Uint8Array,
  maps: number,
  rows: number,
  columns: number,
  causal: boolean,
): Float32Array {
  const perMap = cellsOf(rows, columns, causal);
  const values = new Float32Array(maps * rows * columns);
  let at = 0;
  for (let map = 0; map < maps; map++) {
    for (let row = 0; row < rows; row++) {
      const start = (map * rows + row) * columns;
      const end = start + (causal ? row + 1 : columns);
      for (let cell = start; cell < end; cell++) {
        values[cell] = ((packed[at]! << 8) | packed[at + maps * perMap]!) / STEPS;
        at++;
      }
    }
  }
  return values;
}

function cellsOf(rows: number, columns: number, causal: boolean): number {
  return causal ? (rows * (rows + 1)) / 2 : rows * columns;
}
