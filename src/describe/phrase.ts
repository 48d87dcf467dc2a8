import type { Sentence } from '../protocol/sentence';

/** What a phrase is filled with; numbers as each language writes them. */
export type Value = string | number | Share | Rounded | Counted | Listed | Phrase;

/** A sentence, or a part of one, that describes an analysis. Plain data: each end says it in its own language. */
export type Phrase = Sentence<Value>;

/** A part of 1, said as a percentage of so many digits; two where it does not say. */
export interface Share {
  share: number;
  digits?: number;
}

/** A number of which so many digits count; two where it does not say. */
export interface Rounded {
  rounded: number;
  digits?: number;
}

/** Values one after the other, with commas as the language has them. */
export interface Listed {
  list: readonly Value[];
}

/** A number of things: the phrase for it, by its plural, is given the number as `{n}`. */
export interface Counted {
  n: number;
  one: Sentence;
  other: Sentence;
}
