import type { TextWriter } from '../writtenText';

/** Letters after a backslash; any other character stands for itself (RFC 8259, section 7). */
const letters: ReadonlyMap<string, string> = new Map([
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
]);

/** Writes the JSON string whose inside is `raw` and stands at `start`. */
export function writeJsonString(writer: TextWriter, raw: string, start: number): void {
  let at = 0;
  for (const { 0: escape, index } of raw.matchAll(/\\(?:u[0-9a-fA-F]{4}|.)/g)) {
    writer.copy(start + at, start + index);
    at = index + escape.length;
    const letter = escape[1]!;
    const content =
      letter === 'u' ? String.fromCharCode(parseInt(escape.slice(2), 16)) : (letters.get(letter) ?? letter);
    writer.add(content, start + index, start + at);
  }
  writer.copy(start + at, start + raw.length);
}
