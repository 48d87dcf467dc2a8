import { type WordSpan } from '../matchGrammar';
import { type Reading } from '../readText';
import { type Hit } from '../rule';

/** Word spans as ranges of the text. */
export function hitsOf(reading: Reading, spans: readonly WordSpan[]): Hit[] {
  return spans.flatMap((span) => {
    const first = reading.words[span.first];
    const last = reading.words[span.last];
    return first && last ? [{ start: first.start, end: last.end }] : [];
  });
}

/** Whether somebody else's words are meant: "ignore my previous message" is honest. */
export function startsWithOwner(reading: Reading, span: WordSpan): boolean {
  const next = reading.words[span.first + 1]?.text ?? '';
  return ['my', 'our', 'his', 'her', 'their'].includes(next);
}
