import type { AnalysisResult } from '../../protocol/analysis';
import type { Token, TokenSpan } from '../../protocol/attention';
import type { SourceRange } from '../../protocol/prompt';

/** What passages are chosen from. */
type Read = Pick<AnalysisResult, 'tokens' | 'spans'>;

/** The sentences of a prompt, in its own tokens; those that the model did not read are left out. */
export function sentencePassages({ tokens, spans }: Read): TokenSpan[] {
  return spans.flatMap((span) => {
    const said = tokensIn(tokens, span);
    return (said && ownPassage(tokens, said)) ?? [];
  });
}

/** The tokens of the prompt's own text in a range of the source, from the first to the last. */
export function tokensIn(tokens: readonly Token[], { start, end }: SourceRange): TokenSpan | null {
  const isIn = (token: Token) => token.start !== null && token.start < end && token.end! > start;
  const first = tokens.findIndex(isIn);
  return first < 0 ? null : { first, end: tokens.findLastIndex(isIn) + 1 };
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
export function controlsSpreadOut(
  { tokens, spans }: Read,
  span: TokenSpan,
  avoid: readonly TokenSpan[],
  count: number,
): TokenSpan[] {
  const taken = new Set<number>();
  for (const { first, end } of [span, ...avoid]) for (let at = first; at < end; at++) taken.add(at);
  const { segment } = tokens[span.first]!;
  const starts = new Set(sentencePassages({ tokens, spans }).map(({ first }) => first));
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
