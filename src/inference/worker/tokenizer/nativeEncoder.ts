import type { Tokenizer } from 'tokenizers';
import type { TokenEncoder } from '../../../model/tokens/encoder';

/** A native tokenizer as the project's own code takes it. */
export function nativeEncoder(tokenizer: Tokenizer): TokenEncoder {
  return {
    async encode(text, addSpecialTokens) {
      const encoding = await tokenizer.encode(text, null, { addSpecialTokens });
      return {
        ids: encoding.getIds(),
        offsets: encoding.getOffsets() as [number, number][],
        tokens: encoding.getTokens(),
        specialTokensMask: encoding.getSpecialTokensMask(),
      };
    },
  };
}
