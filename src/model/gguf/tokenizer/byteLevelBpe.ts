import type { TokenizerParts, TokensOfFile } from './tokenizerParts';
import { shownName } from './tokenizerParts';

/**
 * Byte-level BPE. GGUF names the pre-tokenizer only; what the name stands for is in the table below, taken from
 * convert_hf_to_gguf.py and llama-vocab.cpp of llama.cpp; `smollm`, `llama-bpe`, `gpt-2` and `qwen2` are checked against transformers.
 */

/** How text is cut before the merges. */
interface PreTokenizer {
  steps: object[];
  /** Whole words of the vocabulary are taken before any merge. */
  ignoreMerges?: boolean;
  /** Characters are composed first (NFC). */
  isComposed?: true;
  /** Whether the first token is put before the text where the file does not say. */
  addBos?: boolean;
}

export const byteLevel = (useRegex: boolean): object => ({
  type: 'ByteLevel',
  add_prefix_space: false,
  // Offsets take in the space before a word: each character of the text belongs to a token.
  trim_offsets: false,
  use_regex: useRegex,
});
const digits = { type: 'Digits', individual_digits: true };
const splitOn = (regex: string): object => ({
  type: 'Split',
  pattern: { Regex: regex },
  behavior: 'Isolated',
  invert: false,
});

const LLAMA3_WORDS =
  "(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|\\p{N}{1,3}| ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+";

const QWEN2_WORDS = LLAMA3_WORDS.replace('\\p{N}{1,3}', '\\p{N}');

const PRE_TOKENIZERS: Readonly<Record<string, PreTokenizer>> = {
  'gpt-2': { steps: [byteLevel(true)] },
  smollm: { steps: [digits, byteLevel(true)] },
  refact: { steps: [digits, byteLevel(true)] },
  qwen2: { steps: [splitOn(QWEN2_WORDS), byteLevel(false)], isComposed: true },
  dbrx: { steps: [splitOn(LLAMA3_WORDS), byteLevel(false)] },
  'llama-bpe': { steps: [splitOn(LLAMA3_WORDS), byteLevel(false)], ignoreMerges: true, addBos: true },
};

/** The parts of a tokenizer of this kind, or why there are none. */
export function byteLevelBpe({ tokens, field }: TokensOfFile): TokenizerParts | { problem: string } {
  const merges = field('merges');
  if (!Array.isArray(merges) || !merges.every((merge) => typeof merge === 'string'))
    return { problem: 'the file has no merges' };
  const pre = field('pre');
  const kind =
    typeof pre === 'string' && Object.hasOwn(PRE_TOKENIZERS, pre) ? PRE_TOKENIZERS[pre] : undefined;
  if (!kind) return { problem: `the pre-tokenizer ${shownName(pre)} is not known` };
  return {
    addBos: kind.addBos ?? false,
    normalizer: kind.isComposed ? { type: 'NFC' } : null,
    preTokenizer: kind.steps.length === 1 ? kind.steps[0]! : { type: 'Sequence', pretokenizers: kind.steps },
    decoder: byteLevel(true),
    model: {
      type: 'BPE',
      dropout: null,
      unk_token: null,
      continuing_subword_prefix: null,
      end_of_word_suffix: null,
      fuse_unk: false,
      byte_fallback: false,
      ignore_merges: kind.ignoreMerges ?? false,
      vocab: Object.fromEntries(tokens.map((token, id) => [token, id])),
      merges: merges.map(pairOf),
    },
  };
}

/** GGUF writes a merge as its two parts with a space between; the first may begin with one. */
function pairOf(merge: string): [string, string] {
  const space = merge.indexOf(' ', 1);
  return [merge.slice(0, space), merge.slice(space + 1)];
}
