import { visit } from 'jsonc-parser';
import type { Segment } from '../../protocol/prompt';
import { spoken } from '../speakers';
import { TextWriter } from '../writtenText';
import { writeJsonString } from './jsonString';

/** Longest text read so, in UTF-16 code units: each escape is kept with its place, which takes some 100 bytes. */
const LONGEST = 4_000_000;

/**
 * Reads a JSON document, with comments or without, as what it says: its names, values and comments one after the
 * other, each a paragraph, without quotes, brackets and escapes. One segment of the file's author, so that a rule
 * reads the words that a program would hand on, and the whole of the file is read.
 */
export function readJsonValues(text: string): Segment[] | null {
  if (text.length > LONGEST || !/^\s*(?:[[{]|\/[/*])/.test(text)) return null;
  const writer = new TextWriter(text);
  let last: number | null = null;
  let strings = 0;
  let isValid = true;
  const paragraph = (offset: number, length: number, write: () => void): void => {
    // What parts two paragraphs stands nowhere in the source.
    if (last !== null) writer.add('\n\n', last, last);
    write();
    last = offset + length;
  };
  const string = (offset: number, length: number): void => {
    strings += 1;
    if (length <= 2) return;
    paragraph(offset, length, () =>
      writeJsonString(writer, text.slice(offset + 1, offset + length - 1), offset + 1),
    );
  };
  const asItStands = (offset: number, length: number): void =>
    paragraph(offset, length, () => writer.copy(offset, offset + length));
  try {
    visit(
      text,
      {
        onObjectProperty: (_name, offset, length) => string(offset, length),
        onLiteralValue: (value: unknown, offset, length) =>
          typeof value === 'string' ? string(offset, length) : asItStands(offset, length),
        onComment: asItStands,
        onError: () => {
          isValid = false;
        },
      },
      { allowTrailingComma: true },
    );
  } catch (error) {
    // Nested deeper than the parser can follow.
    if (error instanceof RangeError) return null;
    throw error;
  }
  return isValid && strings > 0 ? [spoken('prompt', writer.finish(0, text.length))] : null;
}
