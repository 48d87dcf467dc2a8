import type { Token, TokenSpan } from '../../protocol/attention';

/** Text that ends a sentence: a mark, and what may close around it. */
const ENDS = /[.!?…。！？]["'”’)\]*_]*$/u;

/**
 * The sentences and lines of a prompt, in its own tokens: each within one segment, without the white space around it.
 * Told from tokens alone, so that whoever has an analysis can choose among them.
 */
export function sentencesOf(tokens: readonly Token[]): TokenSpan[] {
  const spans: TokenSpan[] = [];
  let first: number | null = null;
  const close = (end: number): void => {
    const own = first === null ? null : trimmed(tokens, { first, end });
    if (own) spans.push(own);
    first = null;
  };
  for (const [index, token] of tokens.entries()) {
    const before = tokens[index - 1];
    if (token.origin !== 'source' || before?.segment !== token.segment) close(index);
    if (token.origin !== 'source') continue;
    first ??= index;
    const next = tokens[index + 1];
    const goesOn = next !== undefined && !/^\s/u.test((next.gap ?? '') + next.text);
    if (token.text.includes('\n') || (ENDS.test(token.text) && !goesOn)) close(index + 1);
  }
  close(tokens.length);
  return spans;
}

/** The span as far as it is the prompt's own text, without white space around it; `null` where nothing is. */
export function ownPassage(tokens: readonly Token[], { first, end }: TokenSpan): TokenSpan | null {
  let from = first;
  while (from < end && tokens[from]!.origin !== 'source') from++;
  let to = from;
  // What the template writes in between is never changed: the passage ends there.
  while (to < end && tokens[to]!.origin === 'source') to++;
  return trimmed(tokens, { first: from, end: to });
}

function trimmed(tokens: readonly Token[], { first, end }: TokenSpan): TokenSpan | null {
  const isBlank = (index: number) => tokens[index]!.text.trim() === '';
  while (first < end && isBlank(first)) first++;
  while (end > first && isBlank(end - 1)) end--;
  return first < end ? { first, end } : null;
}

/**
 * Passages to compare one with: of its length where there are any, else of the nearest smaller one; in the same segment
 * where it has any, else in another. They are of the prompt's own text, overlap neither the passage nor one of `avoid`
 * (the findings) nor one another, begin where a sentence does where such are enough, and are spread over the prompt.
 */
export function controlSpans(
  tokens: readonly Token[],
  span: TokenSpan,
  avoid: readonly TokenSpan[],
  count: number,
): TokenSpan[] {
  const taken = new Set<number>();
  for (const { first, end } of [span, ...avoid]) for (let at = first; at < end; at++) taken.add(at);
  const { segment } = tokens[span.first]!;
  const starts = new Set(sentencesOf(tokens).map(({ first }) => first));
  /** `[token]`: how many free tokens of one segment stand from there on. */
  const free = new Uint32Array(tokens.length + 1);
  for (let at = tokens.length - 1; at >= 0; at--) {
    const { origin, segment: own } = tokens[at]!;
    if (origin !== 'source' || taken.has(at)) continue;
    free[at] = 1 + (tokens[at + 1]?.segment === own ? free[at + 1]! : 0);
  }
  const length = Math.min(
    span.end - span.first,
    free.reduce((most, run) => Math.max(most, run), 0),
  );
  if (length === 0) return [];
  const windows = tokens.flatMap((_, first) =>
    free[first]! >= length ? [{ first, end: first + length }] : [],
  );
  const near = windows.filter(({ first }) => tokens[first]!.segment === segment);
  const all = near.length > 0 ? near : windows;
  const atStarts = apart(all.filter(({ first }) => starts.has(first)));
  return spread(atStarts.length >= count ? atStarts : apart(all, atStarts), count);
}

/** Spans that do not overlap, the earlier first; `kept` are among them. */
function apart(spans: readonly TokenSpan[], kept: readonly TokenSpan[] = []): TokenSpan[] {
  const all = [...kept];
  for (const span of spans)
    if (all.every(({ first, end }) => span.end <= first || span.first >= end)) all.push(span);
  return all.sort((one, other) => one.first - other.first);
}

/** So many of them, evenly from the first to the last. */
function spread<T>(all: readonly T[], count: number): T[] {
  if (all.length <= count) return [...all];
  if (count === 1) return [all[all.length >> 1]!];
  return Array.from({ length: count }, (_, i) => all[Math.round((i * (all.length - 1)) / (count - 1))]!);
}
