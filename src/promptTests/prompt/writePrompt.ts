import type { SourceRange } from '../../protocol/prompt';
import type { Piece } from './fillTemplate';

/** A prompt as it is fed: its text, and where the values of its variables stand in it, in UTF-16 code units. */
export interface FilledPrompt {
  text: string;
  /** Tells how the text is read, as the name of a file would. */
  path?: string;
  places: { variable: string; range: SourceRange }[];
}

/** A plain text of its pieces. */
export function writeText(pieces: readonly Piece[], path?: string): FilledPrompt {
  const writer = new Writer();
  for (const piece of pieces) writer.add(piece.text, piece.variable);
  return { ...writer.finish(), ...(path === undefined ? {} : { path }) };
}

/** Messages, as JSON that is read as such. */
export function writeMessages(messages: readonly { role: string; pieces: readonly Piece[] }[]): FilledPrompt {
  const writer = new Writer();
  writer.add('[');
  for (const [index, { role, pieces }] of messages.entries()) {
    writer.add(`${index > 0 ? ',' : ''}\n  {"role": ${JSON.stringify(role)}, "content": "`);
    for (const piece of pieces) writer.add(JSON.stringify(piece.text).slice(1, -1), piece.variable);
    writer.add('"}');
  }
  writer.add('\n]\n');
  return { ...writer.finish(), path: 'messages.json' };
}

class Writer {
  private text = '';
  private readonly places: FilledPrompt['places'] = [];

  add(text: string, variable?: string): void {
    const start = this.text.length;
    this.text += text;
    if (variable !== undefined) this.places.push({ variable, range: { start, end: this.text.length } });
  }

  finish(): FilledPrompt {
    return { text: this.text, places: this.places };
  }
}
