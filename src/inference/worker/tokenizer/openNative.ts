import { Tokenizer } from 'tokenizers';
import { readText } from '../../../model/files/sideFiles';
import type { Encoded, TokenEncoder } from '../../../model/tokens/encoder';
import { splitTokenizer, type SplitTokenizer } from '../../../model/tokens/splitTokenizer';
import { AttnscopeError } from '../../../protocol/errors';
import { sentence } from '../../../protocol/sentence';
import { nativeEncoder } from './nativeEncoder';

/** A tokenizer.json in memory, here or in a thread. */
export interface NativeTokenizer {
  split: Pick<SplitTokenizer, 'markupTokens' | 'specialIds' | 'bytesWithoutToken'>;
  /** `as`: which of the two tokenizers reads it, see `splitTokenizer`. */
  encode(text: string, addSpecialTokens: boolean, as: 'content' | 'markup'): Promise<Encoded>;
  /** What tokens write together, leading space and all. */
  write(ids: readonly number[]): Promise<string>;
}

/** Reads a tokenizer.json. Throws `bad-model` where it cannot be used. */
export async function openNative(path: string): Promise<NativeTokenizer> {
  const { content, markup, ...split } = splitTokenizer(await readText(path, 'tokenizer.json'));
  const tokenizer = open(content);
  const encoders: { content: TokenEncoder; markup?: TokenEncoder } = { content: nativeEncoder(tokenizer) };
  return {
    split,
    encode(text, addSpecialTokens, as) {
      const encoder =
        as === 'content' ? encoders.content : (encoders.markup ??= nativeEncoder(open(markup())));
      return encoder.encode(text, addSpecialTokens);
    },
    async write(ids) {
      if (ids.length === 0) return '';
      const text = await tokenizer.decode([...ids], false);
      // Decoders drop the space that a text begins with.
      const hasSpace = tokenizer.idToToken(ids[0]!)?.startsWith('\u2581') && !text.startsWith(' ');
      return hasSpace ? ` ${text}` : text;
    },
  };
}

function open(json: string): Tokenizer {
  try {
    return Tokenizer.fromString(json);
  } catch (cause) {
    throw new AttnscopeError(
      'bad-model',
      [
        sentence(
          'The tokenizer.json of the model cannot be used: it is damaged or of a kind that is not known. Get the files of the model again.',
        ),
      ],
      { cause },
    );
  }
}
