import { readFileSync } from 'node:fs';
import { Tokenizer } from 'tokenizers';
import { nativeEncoder } from '../../../../src/inference/worker/tokenizer/nativeEncoder';
import type { TokenEncoder } from '../../../../src/model/tokens/encoder';
import { type SplitTokenizer, splitTokenizer } from '../../../../src/model/tokens/splitTokenizer';

/** The tokenizers of one `tokenizer.json`, by the native package. */
export interface NativeTokenizer {
  split: SplitTokenizer;
  content: TokenEncoder;
  markup: TokenEncoder;
  /** Ids of the tokens that only a template may write. */
  markupIds: Set<number>;
  /** The entry of the vocabulary that an id stands for. */
  pieceOf: (id: number) => string;
}

export function nativeTokenizer(path: string): NativeTokenizer {
  const json = readFileSync(path, 'utf8');
  const split = splitTokenizer(json);
  const whole = Tokenizer.fromString(split.markup());
  return {
    split,
    content: nativeEncoder(Tokenizer.fromString(split.content)),
    markup: nativeEncoder(whole),
    markupIds: new Set(split.markupTokens.map(({ text }) => whole.tokenToId(text)!)),
    pieceOf: (id) => whole.idToToken(id)!,
  };
}
