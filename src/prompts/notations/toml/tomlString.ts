import type { TextWriter } from '../../writtenText';

/** One character after the backslash (TOML 1.0.0, String; `\e` and `\x` of 1.1); others stand for themselves. */
const letters: ReadonlyMap<string, string> = new Map([
  ['b', '\b'],
  ['t', '\t'],
  ['n', '\n'],
  ['f', '\f'],
  ['r', '\r'],
  ['e', '\x1b'],
]);

const ESCAPE = /\\(?:[ \t]*\r?\n\s*|u[\da-fA-F]{4}|U[\da-fA-F]{8}|x[\da-fA-F]{2}|[^])/g;

/** Writes the basic TOML string, of one line or more, whose inside is `raw` and stands at `start`. */
export function writeTomlString(writer: TextWriter, raw: string, start: number): void {
  let at = 0;
  for (const { 0: escape, index } of raw.matchAll(ESCAPE)) {
    writer.copy(start + at, start + index);
    at = index + escape.length;
    writer.add(contentOf(escape), start + index, start + at);
  }
  writer.copy(start + at, start + raw.length);
}

function contentOf(escape: string): string {
  const letter = escape[1]!;
  // A line that goes on in the next.
  if (/\s/.test(letter)) return '';
  if (escape.length === 2) return letters.get(letter) ?? letter;
  const code = parseInt(escape.slice(2), 16);
  return code > 0x10ffff ? '\ufffd' : String.fromCodePoint(code);
}
