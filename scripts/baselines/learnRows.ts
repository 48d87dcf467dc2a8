import { logit } from '../../src/attention/anomalies/compareRows';
import type { RowBaseline } from '../../src/protocol/learned/baseline';
import type { PeaksOfText } from './peaksOf';

/** The share of rows that the tail is fitted to. */
const TAIL = 0.05;
/** A cell of fewer rows is left out: its tail would have next to none. */
const FEWEST_ROWS = 200;
/** Cells begin at these numbers of keys, half an octave apart; queries that see two keys or fewer have nothing to choose. */
const KEYS_FROM = [3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128, 192, 256, 384, 512, 768, 1024, 1536, 2048];

type Cell = RowBaseline['perLayer'][number][number];

/**
 * What the rows of clean texts rest on, by layer and by how many keys a query sees: the median of the logits, the 95 %
 * quantile, and by how much those above exceed it on average, the one parameter of an exponential tail.
 */
export function learnRows(texts: readonly PeaksOfText[]): RowBaseline {
  const layers = texts[0]!.peaks.weights.length;
  const valuesOf = (layer: number, from: number, end: number) =>
    texts.flatMap(({ peaks }) => Array.from(peaks.weights[layer]!.subarray(from - 1, end - 1), logit));
  const cells = KEYS_FROM.slice(0, -1).map((from, at) => ({ from, end: KEYS_FROM[at + 1]! }));
  const known = cells.filter(({ from, end }) => valuesOf(0, from, end).length >= FEWEST_ROWS);
  return {
    keysFrom: [...known.map(({ from }) => from), known.at(-1)!.end],
    tail: TAIL,
    perLayer: Array.from({ length: layers }, (_, layer) =>
      withLeastExcess(known.map(({ from, end }) => tailOf(valuesOf(layer, from, end).sort((a, b) => a - b)))),
    ),
  };
}

/** `values` ascending. */
function tailOf(values: readonly number[]): Cell {
  const inside = Math.ceil((1 - TAIL) * values.length);
  const upper = values[inside - 1]!;
  const above = values.slice(inside);
  const excess = above.reduce((sum, value) => sum + value - upper, 0) / above.length;
  return { median: values[values.length >> 1]!, upper, excess };
}

/**
 * Tails at least half as long as the middle one of the layer: at the beginning of prompts stands the template, of which
 * all rows are the same, and the first that differs would be out of the question.
 */
function withLeastExcess(cells: readonly Cell[]): Cell[] {
  const middle = cells.map(({ excess }) => excess).sort((a, b) => a - b)[cells.length >> 1]!;
  return cells.map((cell) => ({ ...cell, excess: Math.max(cell.excess, middle / 2) }));
}
