import type { Segment } from '../../protocol/prompt';
import { readTurns, type TurnMarkup } from './turns';

/** `<|start_header_id|>user<|end_header_id|>`, an empty line, the content, `<|eot_id|>`. */
const llama3: TurnMarkup = {
  prelude: /(?:<\|begin_of_text\|>)?/y,
  header: /<\|start_header_id\|>([a-z]+)<\|end_header_id\|>(?:\r?\n){0,2}/y,
  end: /<\|eot_id\|>|<\|eom_id\|>/g,
};

/** Reads the header markup of Llama 3. */
export function readLlama3(text: string): Segment[] | null {
  return readTurns(text, llama3);
}
