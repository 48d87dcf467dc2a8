import type { Hit } from '../hit';
import type { Words } from '../reading/words';
import { firstIndex } from '../reading/words';
import { decodeRun, SHORTEST_RUN } from './bytes';
import type { Decoded } from './decoded';
import { decodeTurned } from './decodeTurned';
import { longRuns } from './longRuns';
import { decodeQuotedPrintable } from './quotedPrintable';
import { decodeSpaced } from './spacedBytes';

/**
 * All that a text says in encodings, as one text: it is read once, however many pieces there are. What pieces hold
 * is never longer than a few times the text.
 */
export interface DecodedText {
  text: string;
  /** The encodings of its pieces. */
  encodings: ReadonlySet<string>;
  /** The piece that a range of it begins in, and where that is written. */
  origin(range: Hit): { encoding: string; written: Hit };
}

/** What a folded text says in bytes, in mail, and with its letters turned, where that is writing; `null` for nothing. */
export function readEncoded(folded: string, words: Words): DecodedText | null {
  const pieces: Decoded[] = [];
  for (const run of longRuns(folded, SHORTEST_RUN)) decodeRun(folded, run, pieces);
  pieces.push(
    ...decodeSpaced(folded, words),
    ...decodeQuotedPrintable(folded),
    ...decodeTurned(folded, words),
  );
  return pieces.length > 0 ? joined(pieces) : null;
}

/** Between two pieces: no sentence goes on. */
const BREAK = '\n\n';

function joined(pieces: readonly Decoded[]): DecodedText {
  const starts: number[] = [];
  let length = 0;
  for (const { text } of pieces) {
    starts.push(length);
    length += text.length + BREAK.length;
  }
  return {
    text: pieces.map(({ text }) => text).join(BREAK),
    encodings: new Set(pieces.map(({ encoding }) => encoding)),
    origin({ start, end }) {
      const index = firstIndex(starts.length, (at) => starts[at]! > start) - 1;
      const piece = pieces[index]!;
      const last = Math.min(end - starts[index]!, piece.text.length);
      return {
        encoding: piece.encoding,
        written: piece.written({ start: Math.min(start - starts[index]!, last - 1), end: last }),
      };
    },
  };
}
