import type { Token } from '../protocol/attention';

/** How the tokens of a prompt divide its text. */
export interface Division {
  /** Tokens that hold text of the prompt. */
  tokens: number;
  /** Those of them that only go on with a character which the token before began. */
  shared: number;
  /** Letters of the prompt, and the tokens that hold any part of one. */
  letters: number;
  letterTokens: number;
  /** Whether it takes far more tokens for its letters than a language needs that the tokenizer was made for. */
  isFine: boolean;
}

const LETTER = /[\p{L}\p{M}]/gu;

/** Scripts in which a letter is a syllable or a word. */
const LONG_LETTER = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** Tokens for each letter above which a division is too fine; with fewer letters nothing is said. Why: docs/analyses.md. */
const FINE = 0.75;
const FINE_LONG = 1.25;
const FEWEST_LETTERS = 20;

/** Tells it by the text of the tokens; where that is masked no letter is known. */
export function divisionOf(tokens: readonly Token[]): Division {
  const division = { tokens: 0, shared: 0, letters: 0, letterTokens: 0 };
  let most = 0;
  let end = -1;
  /** Whether the last character that was begun is a letter. */
  let inLetter = false;
  for (const token of tokens) {
    if (token.origin !== 'source' || token.start === null) continue;
    division.tokens++;
    const isShared = token.start < end;
    if (isShared) division.shared++;
    end = Math.max(end, token.end ?? end);
    const own = token.text.match(LETTER) ?? [];
    if (own.length > 0 || !isShared) inLetter = own.length > 0;
    division.letters += own.length;
    if (own.length > 0 || inLetter) division.letterTokens++;
    for (const letter of own) most += LONG_LETTER.test(letter) ? FINE_LONG : FINE;
  }
  return { ...division, isFine: division.letters >= FEWEST_LETTERS && division.letterTokens > most };
}
