import type { Segment } from '../../protocol/prompt';
import { readTurns, type TurnMarkup } from './turns';

/** `<start_of_turn>user`, a line break, the content, `<end_of_turn>`. */
const gemma: TurnMarkup = {
  prelude: /(?:<bos>)?/y,
  header: /<start_of_turn>([a-z]+)\r?\n/y,
  end: /<end_of_turn>/g,
};

/** Reads Gemma's turns. */
export function readGemma(text: string): Segment[] | null {
  return readTurns(text, gemma);
}
