import { Tokenizer } from 'tokenizers';
import { encodeInput, encodeRaw } from '../../../model/tokens/encodeInput';
import { type TokenEncoder } from '../../../model/tokens/encoder';
import { splitTokenizer } from '../../../model/tokens/splitTokenizer';
import { type ModelFolder } from '../../../model/files/modelFolder';
import { readText } from '../../../model/files/sideFiles';
import { type Token } from '../../../protocol/attention';
import { AttnscopeError } from '../../../protocol/errors';
import { quoted } from '../../../protocol/plainText';
import { type ModelInput } from '../../../protocol/prompt';

/** A model's tokenizer, ready to encode. */
export interface ModelTokenizer {
  /** Tokens of a prompt; markup inside contents is plain text. */
  encode(input: ModelInput): Promise<Token[]>;
  /** Tokens of a text as the tokenizer itself reads it. */
  encodeRaw(text: string): Promise<Token[]>;
  specialIds: ReadonlySet<number>;
  /** Whether the model has a chat template of its own. */
  hasTemplate: boolean;
}

/** Opens the tokenizer of a model. Throws `bad-model` where it has none, or one that cannot be read. */
export async function openTokenizer({ tokenizer: path, name, chat }: ModelFolder): Promise<ModelTokenizer> {
  if (path === undefined) {
    throw new AttnscopeError(
      'bad-model',
      `The model ${quoted(name)} has no tokenizer.json, so text cannot be fed to it. Put the tokenizer.json of the model into its folder.`,
    );
  }
  const split = splitTokenizer(await readText(path, 'tokenizer.json'));
  const content = native(split.content);
  let markup: TokenEncoder | undefined;
  return {
    async encode(input) {
      if (chat && 'problem' in chat) {
        if (input.rendering === 'template') throw new AttnscopeError('bad-model', chat.problem);
        return encodeInput(input, content, split, null);
      }
      return encodeInput(input, content, split, chat ?? null);
    },
    encodeRaw: (text) => encodeRaw(text, (markup ??= native(split.markup())), split),
    hasTemplate: chat !== undefined,
    specialIds: split.specialIds,
  };
}

function native(json: string): TokenEncoder {
  const tokenizer = open(json);
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

function open(json: string): Tokenizer {
  try {
    return Tokenizer.fromString(json);
  } catch (cause) {
    throw new AttnscopeError(
      'bad-model',
      "The model's tokenizer.json cannot be used: it is damaged or of a kind that is not known. Get the model's files again.",
      { cause },
    );
  }
}
