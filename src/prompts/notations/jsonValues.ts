import { type JSONPath, visit } from 'jsonc-parser';
import type { PlaceKind, Segment } from '../../protocol/prompt';
import { spoken } from '../speakers';
import { TextWriter } from '../writtenText';
import { AuthorMessage } from './authorMessage';
import { writeJsonString } from './jsonString';
import { toolField } from './toolFields';

/** Longest text read so, in UTF-16 code units: each escape is kept with its place, which takes some 100 bytes. */
const LONGEST = 4_000_000;

/** Whether a name or value is read elsewhere, by the names that lead to it and where its literal begins. */
export type IsLeftOut = (path: JSONPath, offset: number) => boolean;

/**
 * Reads a JSON document, with comments or without, as what it says: its names, values and comments one after the
 * other, each a paragraph, without quotes, brackets and escapes. One message of the file's author, so that a rule
 * reads the words that a program would hand on, and the whole of the file is read; names and descriptions of tools and
 * of their parameters are segments of their own in it.
 */
export function readJsonValues(text: string, isLeftOut?: IsLeftOut): Segment[] | null {
  if (text.length > LONGEST || !/^\s*(?:[[{]|\/[/*])/.test(text)) return null;
  const message = new Paragraphs(text);
  let strings = 0;
  let isValid = true;
  const string = (offset: number, length: number, path: JSONPath, field: PlaceKind | null): void => {
    if (isLeftOut?.(path, offset)) return;
    strings += 1;
    if (length <= 2) return;
    message.add(offset, offset + length, field, (writer) =>
      writeJsonString(writer, text.slice(offset + 1, offset + length - 1), offset + 1),
    );
  };
  const asItStands = (offset: number, length: number): void =>
    message.add(offset, offset + length, null, (writer) => writer.copy(offset, offset + length));
  try {
    visit(
      text,
      {
        onObjectProperty: (name, offset, length, _line, _character, pathOf) =>
          string(offset, length, [...pathOf(), name], null),
        onLiteralValue: (value: unknown, offset, length, _line, _character, pathOf) => {
          const path = pathOf();
          if (typeof value === 'string') string(offset, length, path, toolField(path));
          else if (!isLeftOut?.(path, offset)) asItStands(offset, length);
        },
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
  return isValid && strings > 0 ? message.finish(isLeftOut ? null : text.length) : null;
}

/** A message in paragraphs, in which fields stand apart. */
class Paragraphs {
  private readonly message: AuthorMessage;
  private last: number | null = null;

  constructor(private readonly text: string) {
    this.message = new AuthorMessage(text);
  }

  add(start: number, end: number, field: PlaceKind | null, write: (writer: TextWriter) => void): void {
    // What parts two paragraphs stands nowhere in the source.
    if (this.last !== null) this.message.writer.add('\n\n', this.last, this.last);
    if (field) this.message.apart(start, end, field, write);
    else write(this.message.writer);
    this.last = end;
  }

  /** Its segments; the first and the last reach to the ends of the text. */
  finish(end: number | null): Segment[] {
    const { message } = this;
    message.endAt(end ?? this.last ?? 0);
    // A document whose strings are all empty says nothing, in one segment.
    if (message.segments.length > 0 || end === null) return message.segments;
    return [spoken('prompt', new TextWriter(this.text).finish(0, end))];
  }
}
