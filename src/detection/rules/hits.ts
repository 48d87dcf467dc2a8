import type { WordSpan } from '../grammar/matchGrammar';
import type { Hit } from '../hit';
import type { Reading } from '../reading/readText';
import { wordAt } from '../reading/words';

/** Word spans as ranges of the text. */
export function hitsOf(reading: Reading, spans: readonly WordSpan[]): Hit[] {
  return spans.flatMap((span) => {
    const first = wordAt(reading.words, span.first);
    const last = wordAt(reading.words, span.last);
    return first && last ? [{ start: first.start, end: last.end }] : [];
  });
}

/** Every place where a pattern matches. The pattern is global and bounded, so that time grows with the text. */
export function matchesOf(content: string, pattern: RegExp): Hit[] {
  const hits: Hit[] = [];
  // `matchAll` would copy the pattern each time.
  pattern.lastIndex = 0;
  for (let match = pattern.exec(content); match; match = pattern.exec(content)) {
    hits.push({ start: match.index, end: match.index + match[0].length });
    if (match[0] === '') pattern.lastIndex += 1;
  }
  return hits;
}

/**
 * Every place where a sticky pattern matches that begins with a sign. Most of a text has none, and signs are found
 * faster than an expression finds that it does not match.
 */
export function matchesAt(content: string, sign: string, pattern: RegExp): Hit[] {
  const hits: Hit[] = [];
  for (let at = content.indexOf(sign); at >= 0;) {
    pattern.lastIndex = at;
    const matches = pattern.test(content);
    if (matches) hits.push({ start: at, end: pattern.lastIndex });
    at = content.indexOf(sign, matches ? pattern.lastIndex : at + 1);
  }
  return hits;
}

/** Hits in order, those that touch or overlap made one, which is the first in all but its end. */
export function mergeHits<T extends Hit>(hits: readonly T[], gap = 0): T[] {
  const merged: T[] = [];
  for (const hit of [...hits].sort((a, b) => a.start - b.start)) {
    const before = merged.at(-1);
    if (before && hit.start - before.end <= gap) before.end = Math.max(before.end, hit.end);
    else merged.push({ ...hit });
  }
  return merged;
}
