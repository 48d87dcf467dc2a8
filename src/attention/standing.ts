import type { AnalysisResult } from '../protocol/analysis';
import type { TokenSpan, Treated } from '../protocol/attention';
import { holds, spanWithoutSink, windowSums, type WindowValues } from './summary/windows';
import { takeSinkOut } from './withoutSink';

/** How a passage stands beside what passages of its length usually get where it stands. Formulas: docs/analyses.md. */
export interface Standing {
  /** `more` and `less` are remarkable. */
  verdict: 'more' | 'less' | 'usual';
  /** Median share of the passages of its length around it. */
  usual: number;
  /** Its share over that median. */
  ratio: number;
  /** Its rank among those passages and itself; 1 = most. Of equals all have the better one. */
  rank: number;
  /** How many they are, itself among them. */
  passages: number;
  /** The same rank from below: 1 = least. */
  rankFromLeast: number;
  /** Its share over the mean of all windows of its length in the prompt. */
  overall: number;
}

/** A passage is remarkable at this many times the usual, or at one over it. */
export const REMARKABLE = 2;

/** And where no more than this part of the passages, itself among them, get as much, or as little. */
const RARE = 0.05;

/** Fewest passages to compare with: among fewer none is as rare as `RARE`. */
const FEWEST = 20;

/** Windows that overlap tell much the same: for each token of the span there must be this many. */
const FEWEST_PER_TOKEN = 2;

/** And so many are taken, though they be farther off than twice as far. */
const WANTED_PER_TOKEN = 4;

/**
 * Compares a span with the other passages of its length around it, which hold nothing but text of the prompt, and not
 * the sink. `row`: of `meanReading` in this treatment. `null` where there are too few of them, or half of them have no
 * weight, and where the sink counts in the span, or parts it in two.
 */
export function standingOf(
  { tokens, attention }: AnalysisResult,
  span: TokenSpan,
  row: Float64Array,
  treatment: keyof Treated<unknown>,
): Standing | null {
  const { sink, reading } = attention;
  const isSinkIn = treatment === 'raw' && sink !== null && holds(span.first, span.end, sink);
  const own = isSinkIn ? null : sink === null ? span : spanWithoutSink(span, sink);
  if (!own) return null;
  const length = own.end - own.first;
  const sums = windowSums(row, length, sink);
  const text = tokens.map(
    ({ origin }, token) => token !== sink && (origin === 'source' || origin === 'unmapped'),
  );
  const shares = near(apart(own, text), own, reading.token).map((first) => sums[first]!);
  const usual = median(shares);
  if (shares.length < Math.max(FEWEST, FEWEST_PER_TOKEN * length) || !(usual > 0)) return null;

  const share = sums[own.first]!;
  const ratio = share / usual;
  // As a finding's `place` has it: raw, windows that hold the sink count among all of the prompt.
  const overall = share / mean(treatment === 'raw' ? windowSums(row, length, null) : sums);
  const passages = shares.length + 1;
  const rank = 1 + shares.filter((other) => other > share).length;
  const rankFromLeast = 1 + shares.filter((other) => other < share).length;
  const isMore = ratio >= REMARKABLE && rank <= RARE * passages && overall >= 1;
  const isLess = ratio <= 1 / REMARKABLE && rankFromLeast <= RARE * passages && overall <= 1;
  return {
    verdict: isMore ? 'more' : isLess ? 'less' : 'usual',
    ...{ usual, ratio, rank, passages, rankFromLeast, overall },
  };
}

/** `[token]`: mean over layers `[layer][token]`, the sink taken out of each layer first. */
export function meanReading(perLayer: readonly (readonly number[])[], sink: number | null): Float64Array {
  const mean = new Float64Array(perLayer[0]?.length ?? 0);
  for (const layer of perLayer) {
    const row = Float64Array.from(layer);
    takeSinkOut(row, 1, row.length, sink, 0);
    for (const [token, weight] of row.entries()) mean[token]! += weight / perLayer.length;
  }
  return mean;
}

/** First tokens of the windows of a span's length that are text of the prompt throughout and do not overlap it. */
function apart({ first, end }: TokenSpan, text: readonly boolean[]): number[] {
  const length = end - first;
  const starts: number[] = [];
  /** Tokens of text up to here without a gap. */
  let run = 0;
  for (const [token, isText] of text.entries()) {
    run = isText ? run + 1 : 0;
    const start = token + 1 - length;
    if (run >= length && (token < first || start >= end)) starts.push(start);
  }
  return starts;
}

/**
 * Those of a like distance to the token that reads: up to twice and down to half as far, or where these are few, the
 * nearest in that measure. A mean over all tokens stands nowhere, so all are alike to it.
 */
function near(
  starts: readonly number[],
  { first, end }: TokenSpan,
  reader: number | null,
): readonly number[] {
  if (reader === null) return starts;
  const length = end - first;
  const distance = (start: number) =>
    1 + Math.max(0, start <= reader ? reader - (start + length - 1) : start - reader);
  const own = distance(first);
  const apartBy = starts.map((start) => ({ start, octaves: Math.abs(Math.log2(distance(start) / own)) }));
  apartBy.sort((a, b) => a.octaves - b.octaves);
  const alike = apartBy.filter(({ octaves }) => octaves <= 1).length;
  return apartBy.slice(0, Math.max(alike, FEWEST, WANTED_PER_TOKEN * length)).map(({ start }) => start);
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** Mean of the windows that count. */
function mean(sums: WindowValues): number {
  const counted = sums.filter((sum) => !Number.isNaN(sum));
  return counted.reduce((total, sum) => total + sum, 0) / counted.length;
}
