import type { Hit } from '../hit';
import { linesOf } from '../reading/lines';

/** A stretch of a text, and what it says when it is decoded. */
export interface Decoded extends Hit {
  text: string;
}

/** Longest run that is decoded, UTF-16 code units: files in base64 are not prose. */
const LONGEST = 8_000;

// Bounded: a match of millions of characters would overflow the stack of the expression.
const base64 = new RegExp(`(?<![A-Za-z0-9+/_-])[A-Za-z0-9+/_-]{24,${LONGEST + 1}}={0,2}`, 'g');
const hex = new RegExp(
  `(?<![0-9a-z])(?:[0-9a-f]{2}[\\s:]?){16,${LONGEST}}|(?:\\\\x[0-9a-f]{2}){12,${LONGEST}}`,
  'gi',
);
/** Words of orders as they look reversed or rotated by 13 letters: only then is a line worth turning round. */
const reversed = /snoitcurtsni|tpmorp|selur|serongi?|erongi|suoiverp|evoba|drager/i;
const rotated = /vafgehpgvba|cebzcg|ehyrf|vtaber|cerivbhf|qvfertneq|sbetrg/i;

/** What a folded text says in base64, hexadecimal, backwards or rotated by 13 letters, where that is prose. */
export function* readEncoded(folded: string): Generator<Decoded> {
  yield* readBytes(folded, base64, (run) => Buffer.from(run, 'base64'));
  yield* readBytes(folded, hex, (run) => Buffer.from(run.replace(/[^0-9a-f]/gi, ''), 'hex'));
  yield* readLines(folded, reversed, (line) => Array.from(line).reverse().join(''));
  yield* readLines(folded, rotated, rotate);
}

function* readBytes(folded: string, runs: RegExp, decode: (run: string) => Buffer): Generator<Decoded> {
  for (const { index, 0: run } of folded.matchAll(runs)) {
    if (run.length > LONGEST) continue;
    const text = decode(run).toString('utf8');
    if (isProse(text)) yield { start: index, end: index + run.length, text };
  }
}

function* readLines(folded: string, worth: RegExp, turn: (line: string) => string): Generator<Decoded> {
  if (!worth.test(folded)) return;
  for (const { start, text } of linesOf(folded)) {
    if (worth.test(text)) yield { start, end: start + text.length, text: turn(text) };
  }
}

function rotate(text: string): string {
  return text.replace(/[a-z]/gi, (letter) => {
    const base = letter < 'a' ? 65 : 97;
    return String.fromCharCode(((letter.charCodeAt(0) - base + 13) % 26) + base);
  });
}

/** Whether bytes are words with spaces between them. */
function isProse(text: string): boolean {
  const letters = text.match(/[\p{L}\p{N}\s.,:;!?'"-]/gu)?.length ?? 0;
  return letters >= 0.9 * text.length && /\p{L}\s\p{L}/u.test(text);
}
