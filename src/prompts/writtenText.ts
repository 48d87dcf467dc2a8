import type { Run, Segment } from '../protocol/prompt';

/** A text and how it was written in the source: the part of a segment that needs no speaker. */
export type WrittenText = Pick<Segment, 'start' | 'end' | 'content' | 'runs'>;

/** The source text `[start, end)` as it stands. */
export function verbatim(source: string, start: number, end: number): WrittenText {
  const writer = new TextWriter(source);
  writer.copy(start, end);
  return writer.finish(start, end);
}

/** Puts a text together from stretches of the source, in order. */
export class TextWriter {
  private content = '';
  private readonly runs: Run[] = [];
  /** Whether the last run is a copy, which the next copy may extend. */
  private copying = false;

  constructor(private readonly source: string) {}

  /** Adds the source `[start, end)` as it stands. */
  copy(start: number, end: number): void {
    if (end <= start) return;
    const last = this.runs.at(-1);
    if (last && this.copying && last.sourceEnd === start) {
      this.content += this.source.slice(start, end);
      last.contentEnd = this.content.length;
      last.sourceEnd = end;
      return;
    }
    this.add(this.source.slice(start, end), start, end);
    this.copying = true;
  }

  /** Adds `content`, which the source `[start, end)` as a whole stands for. */
  add(content: string, start: number, end: number): void {
    if (content === '') return;
    const contentStart = this.content.length;
    this.content += content;
    this.runs.push({ contentStart, contentEnd: this.content.length, sourceStart: start, sourceEnd: end });
    this.copying = false;
  }

  /** What was written, for the source range `[start, end)`. */
  finish(start: number, end: number): WrittenText {
    return { start, end, content: this.content, runs: this.runs };
  }
}
