import { type TokenSpan, type Treated, type WindowPlace } from '../../protocol/attention';

/** Figures of all windows of one token length: `values[i]` is that of the window that starts at token `first + i`. */
export interface WindowValues {
  first: number;
  values: Float64Array;
}

/** Windows closer than this count as equal: far below what a float32 map tells apart, far above rounding. */
const EQUAL = 1e-9;

/** Sums of `row` over each window of `length` keys that starts at `first` or later. */
export function windowSums(row: Float64Array, length: number, first: number): WindowValues {
  const prefix = new Float64Array(row.length + 1);
  row.forEach((value, k) => (prefix[k + 1] = prefix[k]! + value));
  const values = new Float64Array(Math.max(0, row.length - length + 1 - first));
  for (let i = 0; i < values.length; i++) values[i] = prefix[first + i + length]! - prefix[first + i]!;
  return { first, values };
}

/** The part of a span that is left when token 0 is no key: `null` where nothing is. */
export function spanWithoutSink({ first, end }: TokenSpan): TokenSpan | null {
  return end > 1 ? { first: Math.max(first, 1), end } : null;
}

/** Places a span among its windows, raw and without the sink; `null` where either has no two windows or no weight. */
export function compareWithWindows(
  span: TokenSpan,
  raw: WindowValues,
  withoutSink: WindowValues | null,
): Treated<WindowPlace> | null {
  const free = spanWithoutSink(span);
  if (free === null || withoutSink === null) return null;
  const places = { raw: placeOf(raw, span.first), withoutSink: placeOf(withoutSink, free.first) };
  return places.raw && places.withoutSink && { raw: places.raw, withoutSink: places.withoutSink };
}

function placeOf({ first, values }: WindowValues, start: number): WindowPlace | null {
  const own = values[start - first];
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  if (own === undefined || values.length < 2 || !(mean > 0)) return null;
  let rank = 1;
  for (const value of values) if (value > own + EQUAL) rank++;
  return { rank, windows: values.length, ratio: own / mean };
}
