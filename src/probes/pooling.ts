import type { TokenSpan } from '../protocol/attention';

/** How many neighbouring tokens are taken together. */
const WINDOW = 8;

/**
 * The mean state of each span, `[spans, inputs]`. `states`: `[tokens, inputs]` of tokens `[first, …)` of the prompt,
 * in any number of pieces; the first token of the prompt is left out, and a span of nothing else stays 0.
 */
export function spanMeans(
  spans: readonly (TokenSpan | null)[],
  inputs: number,
): {
  add(first: number, states: Float32Array): void;
  /** `counts`: tokens in each mean. */
  finish(): { means: Float32Array; counts: number[] };
} {
  // Sums of states with outliers: in 64 bits the order in which they come does not show.
  const sums = new Float64Array(spans.length * inputs);
  return {
    add(first, states) {
      const end = first + states.length / inputs;
      spans.forEach((span, index) => {
        if (!span) return;
        for (let token = Math.max(span.first, first, 1); token < Math.min(span.end, end); token++) {
          const state = (token - first) * inputs;
          const sum = index * inputs;
          for (let i = 0; i < inputs; i++) sums[sum + i]! += states[state + i]!;
        }
      });
    },
    finish() {
      const counts = spans.map((span) => (span ? Math.max(0, span.end - Math.max(span.first, 1)) : 0));
      return {
        means: Float32Array.from(sums, (sum, i) => sum / (counts[Math.floor(i / inputs)]! || 1)),
        counts,
      };
    },
  };
}

/**
 * The best mean of 8 neighbouring tokens that each span has part in: the highest, over its tokens t, of the mean of
 * scores[w … w + 8), where the window begins at w = t - 3, moved so far that it stays within the tokens of its
 * segment; of a segment of fewer tokens, the mean of all. So each window of a segment counts for some span, and the
 * best of all spans is the best of the segment. The first token of the prompt is in none.
 *
 * @param scores `[tokens]`
 * @param segments tokens of each segment, in which windows stay
 * @returns `[spans]`, `null` where a span has no token in a segment
 */
export function bestWindows(
  scores: Float32Array,
  segments: readonly TokenSpan[],
  spans: readonly (TokenSpan | null)[],
): (number | null)[] {
  const means = new Float64Array(scores.length).fill(NaN);
  for (const segment of segments) {
    const first = Math.max(segment.first, 1);
    const length = Math.min(WINDOW, segment.end - first);
    const prefix = new Float64Array(Math.max(0, segment.end - first) + 1);
    for (let t = first; t < segment.end; t++) prefix[t - first + 1] = prefix[t - first]! + scores[t]!;
    for (let t = first; t < segment.end; t++) {
      const start = Math.min(Math.max(t - 3, first), segment.end - length) - first;
      means[t] = (prefix[start + length]! - prefix[start]!) / length;
    }
  }
  return spans.map((span) => {
    let best: number | null = null;
    for (let t = span?.first ?? 0; t < (span?.end ?? 0); t++) {
      const mean = means[t]!;
      if (!Number.isNaN(mean) && (best === null || mean > best)) best = mean;
    }
    return best;
  });
}
