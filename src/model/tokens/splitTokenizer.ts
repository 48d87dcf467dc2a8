import { AttnscopeError } from '../../protocol/errors';
import { z } from '../../protocol/schema';
import { bytesWithoutToken } from './byteLevel';

/** A token that a tokenizer finds in the text before anything else: markup such as `<|im_start|>`. */
export interface MarkupToken {
  /** How a chat template writes it. */
  text: string;
  /** How the content tokenizer must be given it: a name that no text can hold by chance or guess. */
  sealed: string;
  /** Whether it is found only between characters that are not part of a word. */
  singleWord: boolean;
}

/** The two tokenizers that are made of one `tokenizer.json`. */
export interface SplitTokenizer {
  /** For content: nothing in a text becomes a markup token, unless by its sealed name. As JSON. */
  content: string;
  /** For text that is markup as it stands. As JSON, made when asked for. */
  markup: () => string;
  markupTokens: MarkupToken[];
  /** Ids of the tokens that the tokenizer calls special. */
  specialIds: ReadonlySet<number>;
  /** Bytes that a byte-level vocabulary cannot write; empty for other vocabularies. */
  bytesWithoutToken: ReadonlySet<number>;
}

const AddedToken = z.looseObject({
  id: z.number(),
  content: z.string(),
  single_word: z.optional(z.boolean()),
  special: z.optional(z.boolean()),
});
type AddedToken = z.infer<typeof AddedToken>;

const TokenizerFile = z.looseObject({
  added_tokens: z.optional(z.array(AddedToken)),
  pre_tokenizer: z.optional(z.unknown()),
  post_processor: z.optional(z.unknown()),
  model: z.looseObject({
    unk_token: z.nullish(z.string()),
    vocab: z.unknown(),
    merges: z.optional(z.unknown()),
  }),
});
type TokenizerFile = z.infer<typeof TokenizerFile>;

/**
 * Makes two tokenizers of a `tokenizer.json` (as text), one for content and one for markup: whole texts,
 * exact offsets, no padding.
 *
 * Removing the added tokens alone would not do: ids of the others would move, and several models
 * still find such a piece in their vocabulary (Unigram, and BPE where merges lead to it). So each
 * markup token keeps its id and gets a sealed name, in the list and in the vocabulary. Added tokens
 * that are only white space are text and stay.
 *
 * @throws AttnscopeError `bad-model` where the text is not a tokenizer.
 */
export function splitTokenizer(tokenizerJson: string): SplitTokenizer {
  const file = parse(tokenizerJson);
  const whole: TokenizerFile = {
    ...file,
    truncation: null,
    padding: null,
    pre_tokenizer: withExactOffsets(file.pre_tokenizer),
    post_processor: withExactOffsets(file.post_processor),
  };
  const secret = crypto.randomUUID().replaceAll('-', '');
  const added = file.added_tokens ?? [];
  const sealedNames = new Map(added.filter(isMarkup).map(({ id, content }) => [content, `${secret}.${id}.`]));
  const content: TokenizerFile = {
    ...whole,
    added_tokens: added.map((token) => seal(token, sealedNames)),
    model: sealModel(file.model, sealedNames),
  };
  return {
    content: JSON.stringify(content),
    markup: () => JSON.stringify(whole),
    markupTokens: added.filter(isMarkup).map((token) => ({
      text: token.content,
      sealed: sealedNames.get(token.content)!,
      singleWord: token.single_word ?? false,
    })),
    specialIds: new Set(added.filter(({ special }) => special).map(({ id }) => id)),
    bytesWithoutToken: isByteLevel(file.pre_tokenizer) ? bytesWithoutToken(piecesOf(file.model)) : new Set(),
  };
}

function parse(tokenizerJson: string): TokenizerFile {
  try {
    return TokenizerFile.parse(JSON.parse(tokenizerJson));
  } catch (cause) {
    throw new AttnscopeError(
      'bad-model',
      'The model\'s tokenizer.json cannot be read: it is damaged or of another kind. Get the model\'s files again, or export its tokenizer in the "fast" format.',
      { cause },
    );
  }
}

function isByteLevel(preTokenizer: unknown): boolean {
  return JSON.stringify(preTokenizer)?.includes('"type":"ByteLevel"') ?? false;
}

function piecesOf({ vocab }: TokenizerFile['model']): Set<string> {
  return new Set(typeof vocab === 'object' && vocab !== null ? Object.keys(vocab) : []);
}

/** Runs of white space (some vocabularies write a space as U+2581) are text. */
function isMarkup({ content }: AddedToken): boolean {
  return /[^\s\u2581]/.test(content);
}

/** Offsets are those of the token, the space that belongs to it included. */
function withExactOffsets(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(withExactOffsets);
  if (typeof part !== 'object' || part === null) return part;
  const entries = Object.entries(part).map(([name, value]) => [
    name,
    name === 'trim_offsets' ? false : withExactOffsets(value),
  ]);
  return Object.fromEntries(entries);
}

function seal(token: AddedToken, names: ReadonlyMap<string, string>): AddedToken {
  const sealed = names.get(token.content);
  // Found in the text as given: a normaliser must not touch the name.
  return sealed === undefined ? token : { ...token, content: sealed, single_word: false, normalized: false };
}

function sealModel(
  model: TokenizerFile['model'],
  names: ReadonlyMap<string, string>,
): TokenizerFile['model'] {
  const { vocab, merges, unk_token } = model;
  const sealed: TokenizerFile['model'] = { ...model };
  if (typeof unk_token === 'string') sealed.unk_token = names.get(unk_token) ?? unk_token;
  if (Array.isArray(vocab)) sealed.vocab = vocab.map((entry) => sealPiece(entry, names));
  else if (typeof vocab === 'object' && vocab !== null) {
    sealed.vocab = Object.fromEntries(
      Object.entries(vocab).map(([piece, id]) => [names.get(piece) ?? piece, id as unknown]),
    );
  }
  if (Array.isArray(merges)) {
    const prefix = model['continuing_subword_prefix'];
    sealed.merges = merges.filter(
      (merge) => !leadsTo(merge, names, typeof prefix === 'string' ? prefix : ''),
    );
  }
  return sealed;
}

/** An entry `[piece, score]` of a Unigram vocabulary. */
function sealPiece(entry: unknown, names: ReadonlyMap<string, string>): unknown {
  if (!Array.isArray(entry) || typeof entry[0] !== 'string') return entry;
  return [names.get(entry[0]) ?? entry[0], ...(entry.slice(1) as unknown[])];
}

/** Whether a merge (`"a b"` or `["a", "b"]`) makes a markup token or goes on from one. */
function leadsTo(merge: unknown, names: ReadonlyMap<string, string>, prefix: string): boolean {
  const [left, right] = typeof merge === 'string' ? merge.split(' ') : (merge as string[]);
  if (left === undefined || right === undefined) return false;
  const continued = right.startsWith(prefix) ? right.slice(prefix.length) : right;
  return names.has(left) || names.has(right) || names.has(left + continued);
}
