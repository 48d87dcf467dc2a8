import { wellFormed } from '../../../model/tokens/codePoints';
import { encodeInput, encodeRaw } from '../../../model/tokens/encodeInput';
import type { TokenEncoder } from '../../../model/tokens/encoder';
import { missingTokenizer } from '../../../model/files/missingTokenizer';
import { foldersOf, type ModelFolder } from '../../../model/files/modelFolder';
import type { Template } from '../../../protocol/analysis';
import type { Token } from '../../../protocol/attention';
import { AttnscopeError } from '../../../protocol/errors';
import { sentence } from '../../../protocol/sentence';
import { plainText, quoted } from '../../../protocol/plainText';
import type { ModelInput } from '../../../protocol/prompt';
import { openNative, type NativeTokenizer } from './openNative';

/** A model's tokenizer, ready to encode. */
export interface ModelTokenizer {
  /** Tokens of a prompt; markup inside contents is plain text. A plain text is read as it is where the model has no template. */
  encode(input: ModelInput): Promise<EncodedPrompt>;
  /** Tokens of a text as the tokenizer itself reads it. */
  encodeRaw(text: string): Promise<Token[]>;
  /** Tokens of a text that stands for itself: markup in it is plain text. */
  encodePlain(text: string): Promise<number[]>;
  /** The same, with the tokens that the tokenizer puts around a text: those before it, its own, those after it. */
  encodeAround(text: string): Promise<{ before: number[]; ids: number[]; after: number[] }>;
  /** What tokens write together, leading space and all. */
  write(ids: readonly number[]): Promise<string>;
  /** What a token writes, leading space and all; U+FFFD for a part of a character. */
  textOf(id: number): Promise<string>;
  specialIds: ReadonlySet<number>;
  /** Tokens that end an answer: those that the model's files name, else all special ones. */
  endIds: ReadonlySet<number>;
}

/** A prompt in tokens, and how it was rendered. */
export interface EncodedPrompt {
  tokens: Token[];
  rendering: ModelInput['rendering'];
  template: Template;
}

/**
 * Opens the tokenizer of a model. Throws `bad-model` where it has none, or one that cannot be read.
 *
 * @param open opens its file, or has begun to
 */
export async function openTokenizer(
  { graph, tokenizer: path, tokenizerProblem, name, chat, endIds }: ModelFolder,
  open: (path: string) => Promise<NativeTokenizer> = openNative,
): Promise<ModelTokenizer> {
  if (path === undefined) {
    throw new AttnscopeError(
      'bad-model',
      tokenizerProblem === undefined
        ? [await missingTokenizer(foldersOf(graph), name)]
        : [
            sentence(
              'Text cannot be fed to the model {name}: {problem}. Put the tokenizer.json of the model beside its GGUF file.',
              { name: quoted(name), problem: plainText(tokenizerProblem, 400) },
            ),
          ],
    );
  }
  const { split, encode, write } = await open(path);
  const content: TokenEncoder = { encode: (...text) => encode(...text, 'content') };
  const markup: TokenEncoder = { encode: (...text) => encode(...text, 'markup') };
  return {
    async encode(input) {
      const isChat = input.rendering === 'messages';
      if (isChat && chat && 'problem' in chat) throw new AttnscopeError('bad-model', chat.problem);
      const template = chat && !('problem' in chat) ? chat : null;
      const rendering = isChat || template ? input.rendering : 'raw';
      return {
        tokens: await encodeInput({ ...input, rendering }, content, split, template),
        rendering,
        template: rendering === 'raw' ? null : template ? 'model' : 'role headings',
      };
    },
    encodeRaw: (text) => encodeRaw(text, markup, split),
    encodePlain: async (text) => (await content.encode(text, false)).ids,
    async encodeAround(text) {
      const { ids, specialTokensMask: isAdded } = await content.encode(wellFormed(text), true);
      const first = isAdded.indexOf(0);
      // Nothing of a text may be left, as of white space.
      const [start, end] = first < 0 ? [ids.length, ids.length] : [first, isAdded.lastIndexOf(0) + 1];
      return { before: ids.slice(0, start), ids: ids.slice(start, end), after: ids.slice(end) };
    },
    write,
    async textOf(id) {
      const text = await write([id]);
      return split.markupTokens.find(({ sealed }) => sealed === text)?.text ?? text;
    },
    specialIds: split.specialIds,
    endIds: endIds.length > 0 ? new Set(endIds) : split.specialIds,
  };
}
