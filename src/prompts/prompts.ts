import type { Prompt, Segment } from '../protocol/prompt';

/** What a document holds. */
export interface Prompts {
  /** In order. */
  prompts: Prompt[];
  /**
   * What stands around them, and is read by whoever opens the document or is given the tools in it: comments of a
   * program, front matter, fields beside messages.
   */
  asides: Segment[];
}
