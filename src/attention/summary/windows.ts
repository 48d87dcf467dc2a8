import type { TokenSpan, Treated, WindowPlace } from '../../protocol/attention';

/** `[start]`: figures of all windows of one token length, NaN for one that holds the sink and so does not count. */
export type WindowValues = Float64Array;

/** Windows closer than this count as equal: far below what a float32 map tells apart, far above rounding. */
const EQUAL = 1e-9;

/** Sums of `row` over each window of `length` keys that does not hold `sink`; `null` counts all. */
export function windowSums(row: Float64Array, length: number, sink: number | null): WindowValues {
  const prefix = new Float64Array(row.length + 1);
  row.forEach((value, k) => (prefix[k + 1] = prefix[k]! + value));
  const values = new Float64Array(Math.max(0, row.length - length + 1));
  for (let start = 0; start < values.length; start++)
    values[start] =
      sink !== null && holds(start, start + length, sink) ? NaN : prefix[start + length]! - prefix[start]!;
  return values;
}

/** Whether a window holds the sink. */
export function holds(first: number, end: number, sink: number): boolean {
  return first <= sink && sink < end;
}

/** The run of a span's tokens that is left without the sink; `null` where nothing is left, or two runs. */
export function spanWithoutSink({ first, end }: TokenSpan, sink: number): TokenSpan | null {
  if (!holds(first, end, sink)) return { first, end };
  if (end - first === 1 || (first < sink && sink < end - 1)) return null;
  return first === sink ? { first: first + 1, end } : { first, end: end - 1 };
}

/**
 * Places a span among the windows of its length, raw and without the sink; `null` where either has fewer than two
 * windows, or no weight. `raw` and `free` give the windows of a length; without a sink the second is not asked.
 */
export function placeAmongWindows(
  span: TokenSpan,
  sink: number | null,
  raw: (length: number) => WindowValues,
  free: (length: number) => WindowValues,
): Treated<WindowPlace> | null {
  const whole = placeOf(raw(span.end - span.first), span.first);
  if (sink === null) return whole && { raw: whole, withoutSink: whole };
  const rest = spanWithoutSink(span, sink);
  const withoutSink = rest && placeOf(free(rest.end - rest.first), rest.first);
  return whole && withoutSink && { raw: whole, withoutSink };
}

function placeOf(values: WindowValues, start: number): WindowPlace | null {
  const own = values[start];
  if (own === undefined) return null;
  let rank = 1;
  let windows = 0;
  let sum = 0;
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    windows++;
    sum += value;
    if (value > own + EQUAL) rank++;
  }
  return windows < 2 || sum <= 0 ? null : { rank, windows, ratio: (own * windows) / sum };
}
