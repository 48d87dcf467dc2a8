import type { Role, Segment, SourceRange } from '../../protocol/prompt';
import { spoken } from '../speakers';
import { TextWriter, verbatim } from '../writtenText';

/** Puts a message together from pieces of a program: what its author says, and slots that inputs are put into. */
export class MessageWriter {
  private readonly segments: Segment[] = [];
  private said: TextWriter;
  private place: SourceRange | undefined;

  constructor(
    private readonly source: string,
    private readonly role: Role,
  ) {
    this.said = new TextWriter(source);
  }

  /** Adds the source `[start, end)` as it stands. */
  copy(start: number, end: number): void {
    if (end <= start) return;
    this.said.copy(start, end);
    this.reach(start, end);
  }

  /** Adds `content`, which the source `[start, end)` stands for. */
  add(content: string, start: number, end: number): void {
    this.said.add(content, start, end);
    this.reach(start, end);
  }

  /** Adds what stands for an input. */
  slot(start: number, end: number): void {
    this.flush();
    this.segments.push(spoken('input', verbatim(this.source, start, end)));
  }

  /** What follows stands elsewhere in the program. */
  apart(): void {
    this.flush();
  }

  /** The segments of the message; none where its author says nothing. */
  finish(): Segment[] {
    this.flush();
    if (this.segments.every(({ role }) => role === 'input')) return [];
    return this.segments.map((segment, at) => (at === 0 ? segment : { ...segment, continues: true }));
  }

  private reach(start: number, end: number): void {
    const { place } = this;
    this.place = place
      ? { start: Math.min(place.start, start), end: Math.max(place.end, end) }
      : { start, end };
  }

  private flush(): void {
    if (this.place) this.segments.push(spoken(this.role, this.said.finish(this.place.start, this.place.end)));
    this.said = new TextWriter(this.source);
    this.place = undefined;
  }
}
