/** What a text becomes: one entry per token in each list. */
export interface Encoded {
  ids: number[];
  /** `[start, end)` of each token in the text as it was given, in code points, as the tokenizer counts. */
  offsets: [number, number][];
  /** The tokens as the vocabulary has them. */
  tokens: string[];
  /** 1 where the post-processor added the token. */
  specialTokensMask: number[];
}

/** A tokenizer, as far as it is needed here. The process that holds the native one implements it. */
export interface TokenEncoder {
  encode(text: string, addSpecialTokens: boolean): Promise<Encoded>;
}
