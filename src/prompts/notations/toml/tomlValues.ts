import type { PlaceKind, Segment, SourceRange } from '../../../protocol/prompt';
import { spoken } from '../../speakers';
import { TextWriter } from '../../writtenText';
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
  const segments: Segment[] = [];
  let writer = new TextWriter(text);
  let from = 0;
  const flush = (end: number, kind?: PlaceKind): void => {
    const said = spoken('prompt', writer.finish(from, end));
    writer = new TextWriter(text);
    from = end;
    if (said.content === '') return;
    if (kind) said.places = [{ kind, start: 0, end: said.content.length }];
    segments.push(segments.length > 0 ? { ...said, continues: true } : said);
  };
  let at = 0;
  for (const string of document.strings) {
    const { start, write, written } = string;
    writer.copy(at, written.start);
    at = written.end;
    const kind = fields.get(string);
    if (!kind && !elsewhere.has(start)) {
      write(writer);
      continue;
    }
    flush(written.start);
    if (!elsewhere.has(start)) write(writer);
    flush(at, kind);
  }
  writer.copy(at, text.length);
  flush(text.length);
  return segments;
}
