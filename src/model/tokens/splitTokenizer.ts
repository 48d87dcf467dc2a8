import { AttnscopeError } from '../../protocol/errors';
import { z } from '../../protocol/schema';
import { sentence } from '../../protocol/sentence';
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
  const secret = crypto.randomUUID().replaceAll('-', '');
  const added = file.added_tokens ?? [];
  const sealedNames = new Map(added.filter(isMarkup).map(({ id, content }) => [content, `${secret}.${id}.`]));
  const { model } = file;
  const withoutToken = isByteLevel(file.pre_tokenizer)
    ? bytesWithoutToken((piece) => hasPiece(model, piece))
    : new Set<number>();
  sealModel(model, sealedNames);
  return {
    content: JSON.stringify({
      ...wholeTexts(file),
      added_tokens: added.map((token) => seal(token, sealedNames)),
    }),
    markup: () => JSON.stringify(wholeTexts(parse(tokenizerJson))),
    markupTokens: added.filter(isMarkup).map((token) => ({
      text: token.content,
      sealed: sealedNames.get(token.content)!,
      singleWord: token.single_word ?? false,
    })),
    specialIds: new Set(added.filter(({ special }) => special).map(({ id }) => id)),
    bytesWithoutToken: withoutToken,
  };
}

function parse(tokenizerJson: string): TokenizerFile {
  try {
    return TokenizerFile.parse(JSON.parse(tokenizerJson));
  } catch (cause) {
    throw new AttnscopeError(
      'bad-model',
      [
        sentence(
          'The model\'s tokenizer.json cannot be read: it is damaged or of another kind. Get the model\'s files again, or export its tokenizer in the "fast" format.',
        ),
      ],
      { cause },
    );
  }
}

/** The same tokenizer for texts that are neither cut nor filled up. */
function wholeTexts(file: TokenizerFile): TokenizerFile {
  return {
    ...file,
    truncation: null,
    padding: null,
    pre_tokenizer: withExactOffsets(file.pre_tokenizer),
    post_processor: withExactOffsets(file.post_processor),
  };
}

function isByteLevel(preTokenizer: unknown): boolean {
  return JSON.stringify(preTokenizer)?.includes('"type":"ByteLevel"') ?? false;
}

function hasPiece({ vocab }: TokenizerFile['model'], piece: string): boolean {
  return isRecord(vocab) && Object.hasOwn(vocab, piece);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
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

/** Gives markup its sealed names, in place: a vocabulary has tens of thousands of pieces, and a copy of it is slow. */
function sealModel(model: TokenizerFile['model'], names: ReadonlyMap<string, string>): void {
  const { vocab, merges, unk_token } = model;
  if (typeof unk_token === 'string') model.unk_token = names.get(unk_token) ?? unk_token;
  if (Array.isArray(vocab)) model.vocab = vocab.map((entry) => sealPiece(entry, names));
  else if (isRecord(vocab)) {
    for (const [piece, name] of names) {
      if (!Object.hasOwn(vocab, piece)) continue;
      vocab[name] = vocab[piece];
      delete vocab[piece];
    }
  }
  if (Array.isArray(merges)) {
    const prefix = model['continuing_subword_prefix'];
    const leads = leadsTo(names, typeof prefix === 'string' ? prefix : '');
    model.merges = merges.filter((merge) => !leads(merge));
  }
}

/** An entry `[piece, score]` of a Unigram vocabulary. */
function sealPiece(entry: unknown, names: ReadonlyMap<string, string>): unknown {
  if (!Array.isArray(entry) || typeof entry[0] !== 'string') return entry;
  return [names.get(entry[0]) ?? entry[0], ...(entry.slice(1) as unknown[])];
}

/** Tells whether a merge (`"a b"` or `["a", "b"]`) makes a markup token or goes on from one. */
function leadsTo(names: ReadonlyMap<string, string>, prefix: string): (merge: unknown) => boolean {
  // Of tens of thousands of merges few are as long as a name: the others are not put together.
  const lengths = new Set([...names.keys()].map(({ length }) => length));
  return (merge) => {
    const [left, right] = typeof merge === 'string' ? merge.split(' ') : (merge as string[]);
    if (left === undefined || right === undefined) return false;
    if (names.has(left) || names.has(right)) return true;
    const cut = right.startsWith(prefix) ? prefix.length : 0;
    return lengths.has(left.length + right.length - cut) && names.has(left + right.slice(cut));
  };
}
