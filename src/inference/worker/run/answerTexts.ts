import type { ModelTokenizer } from '../tokenizer/tokenizer';

/** Stands for a part of a character. */
const PART = '\ufffd';

/** Tokens that a character is made of, at most: one for each of its bytes in UTF-8. */
const MOST_PARTS = 4;

/**
 * What each token of an answer writes, asked for in order. Where several write a character together, the one that
 * completes it has it, and those before are parts of a character (U+FFFD).
 */
export function answerTexts({
  textOf,
  write,
}: Pick<ModelTokenizer, 'textOf' | 'write'>): (id: number) => Promise<string> {
  /** Tokens of a character that is begun. */
  let begun: number[] = [];
  return async (id) => {
    const own = await textOf(id);
    if (!own.includes(PART)) {
      begun = [];
      return own;
    }
    begun.push(id);
    const together = await write(begun);
    if (!together.endsWith(PART)) {
      begun = [];
      return together;
    }
    if (begun.length === MOST_PARTS) begun = [];
    return PART;
  };
}
