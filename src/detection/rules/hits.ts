import { type WordSpan } from '../grammar/matchGrammar';
import { textAt, wordAt } from '../reading/words';
import { type Reading } from '../reading/readText';
import { type Hit } from '../reading/hit';

/** Word spans as ranges of the text. */
export function hitsOf(reading: Reading, spans: readonly WordSpan[]): Hit[] {
  return spans.flatMap((span) => {
    const first = wordAt(reading.words, span.first);
    const last = wordAt(reading.words, span.last);
    return first && last ? [{ start: first.start, end: last.end }] : [];
  });
}

const others = ['his', 'her', 'their'];
const speakers = new Set(
  `my our mein meine meinen meiner unsere unseren mon ma mes notre nos mi mis nuestro nuestra meu minha
  meus minhas mio mia miei mie mijn ons onze min mitt mina moj moje moja мой мою мое мои 我`.split(/\s+/),
);

/** Whether somebody else's words are meant: "ignore my previous message" is honest. */
export function startsWithOwner(reading: Reading, span: WordSpan): boolean {
  return startsWithSpeaker(reading, span.first) || others.includes(textAt(reading.words, span.first + 1));
}

/** The same of the speaker's own words alone: of a model that is spoken of, "their" orders are its own. */
export function startsWithSpeaker(reading: Reading, verb: number): boolean {
  return speakers.has(textAt(reading.words, verb + 1));
}

/** Every place where a pattern matches. The pattern is global and bounded, so that time grows with the text. */
export function matchesOf(content: string, pattern: RegExp): Hit[] {
  return Array.from(content.matchAll(pattern), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** Hits in order, those that touch or overlap made one. */
export function mergeHits(hits: readonly Hit[], gap = 0): Hit[] {
  const merged: Hit[] = [];
  for (const hit of [...hits].sort((a, b) => a.start - b.start)) {
    const before = merged.at(-1);
    if (before && hit.start - before.end <= gap) before.end = Math.max(before.end, hit.end);
    else merged.push({ ...hit });
  }
  return merged;
}
