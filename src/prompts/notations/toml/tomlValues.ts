import type { PlaceKind, Segment, SourceRange } from '../../../protocol/prompt';
import { AuthorMessage } from '../authorMessage';
import type { DataString } from '../dataNode';
import { parseToml } from './parseToml';
import { stringsIn } from '../stringsIn';
import { toolField } from '../toolFields';

/**
 * Reads a TOML text as it stands, comments and all, but with its strings as they are meant: without quotes and escapes.
 * One message of the file's author, in which names and descriptions of tools are segments of their own.
 *
 * @param leftOut insides of strings that are read elsewhere
 */
export function readTomlValues(text: string, leftOut: readonly SourceRange[] = []): Segment[] | null {
  const document = parseToml(text);
  if (!document || document.strings.length === 0) return null;
  const fields = new Map<DataString, PlaceKind>();
  for (const { path, string } of stringsIn(document.root)) {
    const kind = toolField(path);
    if (kind) fields.set(string, kind);
  }
  const elsewhere = new Set(leftOut.map(({ start }) => start));
  const message = new AuthorMessage(text);
  let at = 0;
  for (const string of document.strings) {
    const { start, write, written } = string;
    message.writer.copy(at, written.start);
    at = written.end;
    const kind = fields.get(string);
    if (elsewhere.has(start)) message.apart(written.start, at);
    else if (kind) message.apart(written.start, at, kind, write);
    else write(message.writer);
  }
  message.writer.copy(at, text.length);
  message.endAt(text.length);
  return message.segments;
}
