import type { TokenSpan } from '../../protocol/attention';
import type { Row } from './rows';
import type { SinkSetup } from './setup';
import { holds, spanWithoutSink, type WindowValues } from './windows';

/** Column sums of the maps, and what the windows of some lengths got before they ended. */
interface Columns {
  /** Window lengths, ascending. */
  lengths: number[];
  /** `[layer]`: `[keys]`, sums over the queries so far. */
  sums: Float64Array[];
  /** `[length]`: `[start of window]`, sums over all layers and over the queries before the window's end. */
  early: Float64Array[];
}

/**
 * How much later tokens attend to every window as long as one of `spans`, without keeping a map. For a window `[s, e)`:
 * later = (sum of its columns over all queries) - (sum of its columns over the queries before e), and the second is
 * read off the running column sums at the moment query e comes in. Costs a pass over the row and one over the longest
 * window per query.
 */
export function laterWindows(
  setup: SinkSetup,
  spans: readonly TokenSpan[],
): {
  addRow(row: Row): void;
  /** `[layer]`: `[keys]`, sums of the weights over the queries so far. */
  columns: Record<'raw' | 'withoutSink', readonly Float64Array[]>;
  /** Called after the last row: mean over layers and later queries of the weight on each window of a span's length. */
  finish(): Record<'raw' | 'withoutSink', (length: number) => WindowValues>;
} {
  const count = setup.tokens.length;
  const columns = (of: readonly TokenSpan[]): Columns => {
    const lengths = [...new Set(of.map(({ first, end }) => end - first))].sort((a, b) => a - b);
    return {
      lengths,
      sums: Array.from({ length: setup.layers }, () => new Float64Array(count)),
      early: lengths.map(() => new Float64Array(count)),
    };
  };
  const raw = columns(spans);
  const free = columns(
    spans.map((span) => spanWithoutSink(span, setup.sink)).filter((span) => span !== null),
  );
  return {
    addRow({ layer, query, weights, width, scale }) {
      if (spans.length === 0) return;
      closeWindows(raw, layer, query);
      closeWindows(free, layer, query);
      addToColumns(weights, width, scale, raw.sums[layer]!, free.sums[layer]!);
    },
    columns: { raw: raw.sums, withoutSink: free.sums },
    finish: () => ({ raw: windowMeans(raw, count, null), withoutSink: windowMeans(free, count, setup.sink) }),
  };
}

/** Notes what the windows that end right before `query` have got so far. */
function closeWindows({ lengths, sums, early }: Columns, layer: number, query: number): void {
  const column = sums[layer]!;
  let running = 0;
  let k = query;
  for (let i = 0; i < lengths.length; i++) {
    const start = query - lengths[i]!;
    if (start < 0) return;
    while (k > start) running += column[--k]!;
    early[i]![start]! += running;
  }
}

/** One loop for both sums: it is the hottest of all analyses. */
function addToColumns(
  weights: Float32Array,
  width: number,
  scale: number,
  raw: Float64Array,
  free: Float64Array,
): void {
  for (let k = 0; k < width; k++) {
    const weight = weights[k]!;
    raw[k] = raw[k]! + weight;
    free[k] = free[k]! + weight * scale;
  }
}

function windowMeans(
  { lengths, sums, early }: Columns,
  count: number,
  sink: number | null,
): (length: number) => WindowValues {
  const prefix = new Float64Array(count + 1);
  for (let k = 0; k < count; k++)
    prefix[k + 1] = prefix[k]! + sums.reduce((sum, column) => sum + column[k]!, 0);
  return (length) => {
    const before = early[lengths.indexOf(length)]!;
    const values = new Float64Array(Math.max(0, count - length));
    for (let start = 0; start < values.length; start++) {
      const end = start + length;
      values[start] =
        sink !== null && holds(start, end, sink)
          ? NaN
          : (prefix[end]! - prefix[start]! - before[start]!) / (sums.length * (count - end));
    }
    return values;
  };
}
