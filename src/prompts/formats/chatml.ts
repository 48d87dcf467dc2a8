import type { Segment } from '../../protocol/prompt';
import { readTurns, type TurnMarkup } from './turns';

/** `<|im_start|>user`, a line break, the content, `<|im_end|>`. */
const chatml: TurnMarkup = {
  prelude: /(?:<\|begin_of_text\|>|<\|endoftext\|>|<s>)?/y,
  header: /<\|im_start\|>([a-z]+)\r?\n/y,
  end: /<\|im_end\|>/g,
};

/** Reads ChatML. */
export function readChatml(text: string): Segment[] | null {
  return readTurns(text, chatml);
}
