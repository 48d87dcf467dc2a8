import type { Encoded } from './encoder';
import { placeByBytes } from './byteLevel';
import { codePointsToUtf16 } from './codePoints';

/** A token and its place in the text that was encoded, in UTF-16 code units; `null` where it has none. */
export interface LocatedToken {
  id: number;
  range: { start: number; end: number } | null;
  /** For display: the text at that place, U+FFFD for a character that a token before has begun. */
  text: string;
}

/** What never stands alone: combining marks, and the vowels and finals that compose a Hangul syllable. */
const joining = /^[\p{M}\u1160-\u11ff]*/u;

/**
 * Places each token in the text that was encoded, which must be well formed. `bytesWithoutToken` as
 * `splitTokenizer` gives it.
 */
export function locate(
  text: string,
  encoded: Encoded,
  bytesWithoutToken: ReadonlySet<number>,
): LocatedToken[] {
  const offsets = utf16Offsets(text, encoded, bytesWithoutToken);
  const ranges = offsets.map(([start, end], i) =>
    encoded.specialTokensMask[i] === 1 || start === end ? null : { start, end },
  );
  const placed = ranges.filter((range) => range !== null);
  coverJoining(text, placed);
  const texts = new Map(placed.map((range, i) => [range, display(text, range, placed[i - 1])]));
  return encoded.ids.map((id, i) => {
    const range = ranges[i] ?? null;
    const token = encoded.tokens[i] ?? '';
    // A space that the tokenizer put before the text shares the place of the first character.
    const isSpace = /^\u2581+$/.test(token);
    return {
      id,
      range,
      text: range === null ? token : isSpace ? ' '.repeat(token.length) : texts.get(range)!,
    };
  });
}

function utf16Offsets(
  text: string,
  encoded: Encoded,
  bytesWithoutToken: ReadonlySet<number>,
): [number, number][] {
  const toUtf16 = codePointsToUtf16(text);
  if (bytesWithoutToken.size > 0) {
    const bytes = new TextEncoder().encode(text);
    const isSpecial = (i: number) => encoded.specialTokensMask[i] === 1;
    const tokens = encoded.tokens.map((token, i) => (isSpecial(i) ? '' : token));
    const ranges = [...bytesWithoutToken].some((byte) => bytes.includes(byte))
      ? placeByBytes(bytes, tokens, bytesWithoutToken)
      : null;
    if (ranges) return charactersOf(text, ranges);
  }
  return encoded.offsets.map(([start, end]) => [toUtf16(start), toUtf16(end)]);
}

/** The characters that ranges of UTF-8 bytes have any byte of. */
function charactersOf(text: string, ranges: readonly [number, number][]): [number, number][] {
  const starts: number[] = []; // of each byte's character
  const ends: number[] = [];
  let offset = 0;
  for (const character of text) {
    const code = character.codePointAt(0)!;
    const size = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    for (let i = 0; i < size; i++) {
      starts.push(offset);
      ends.push(offset + character.length);
    }
    offset += character.length;
  }
  return ranges.map(([start, end]) => (start === end ? [0, 0] : [starts[start]!, ends[end - 1]!]));
}

type Range = { start: number; end: number };

/** A normaliser that composes characters leaves the marks without a token: they belong to the character before. */
function coverJoining(text: string, ranges: Range[]): void {
  let covered = 0;
  let last: Range[] = []; // the tokens that end at `covered`
  for (const range of [...ranges, { start: text.length, end: text.length }]) {
    const joined = joining.exec(text.slice(covered, Math.max(covered, range.start)))?.[0].length ?? 0;
    for (const before of last) before.end += joined;
    covered += joined;
    if (range.end > covered) last = [];
    covered = Math.max(covered, range.end);
    if (range.end === covered) last.push(range);
  }
}

function display(text: string, { start, end }: Range, before?: Range): string {
  const characters = [...text.slice(start, end)];
  if (before && before.end > start) characters[0] = '\ufffd';
  return characters.join('');
}
