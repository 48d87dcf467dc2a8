import type { Token, TokenSpan } from '../../protocol/attention';

/** Most control passages of a span. */
const MOST = 16;

/**
 * Passages to compare a span with, each as long as the span: runs of text of the prompt that hold neither the sink nor
 * a token of the template, do not overlap the span, and end about as far from the end of the prompt: at least half as
 * far, at most twice. Of many, so many spread evenly; empty where there are none.
 */
export function controlsAtLikeDistance(
  tokens: readonly Pick<Token, 'origin'>[],
  { first, end }: TokenSpan,
  sink: number | null,
): TokenSpan[] {
  const length = end - first;
  const far = tokens.length - end + 1;
  const isText = tokens.map(({ origin }, at) => origin === 'source' && at !== sink);
  const all: TokenSpan[] = [];
  for (let start = 0; start + length < tokens.length; start++) {
    const stop = start + length;
    const distance = tokens.length - stop + 1;
    if (start < end && first < stop) continue;
    if (2 * distance < far || distance > 2 * far) continue;
    if (isText.slice(start, stop).every(Boolean)) all.push({ first: start, end: stop });
  }
  if (all.length <= MOST) return all;
  return Array.from({ length: MOST }, (_, at) => all[Math.floor((at * all.length) / MOST)]!);
}
