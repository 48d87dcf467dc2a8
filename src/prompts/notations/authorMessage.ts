import type { PlaceKind, Segment } from '../../protocol/prompt';
import { spoken } from '../speakers';
import { TextWriter } from '../writtenText';

/** One message of a file's author, written from its start to its end, in which names and descriptions of tools are segments of their own. */
export class AuthorMessage {
  readonly segments: Segment[] = [];
  /** Takes what is said next. */
  writer: TextWriter;
  /** Where in the source the segment begins that is written. */
  start = 0;

  constructor(private readonly text: string) {
    this.writer = new TextWriter(text);
  }

  /** Writes the source `[start, end)` as a segment of its own; as none where nothing is written of it. */
  apart(start: number, end: number, kind?: PlaceKind, write?: (writer: TextWriter) => void): void {
    this.endAt(start);
    write?.(this.writer);
    this.endAt(end, kind);
  }

  /** Ends the segment that was written, unless it says nothing. */
  endAt(end: number, kind?: PlaceKind): void {
    const said = spoken('prompt', this.writer.finish(this.start, end));
    this.writer = new TextWriter(this.text);
    this.start = end;
    if (said.content === '') return;
    if (kind) said.places = [{ kind, start: 0, end: said.content.length }];
    this.segments.push(this.segments.length > 0 ? { ...said, continues: true } : said);
  }
}
