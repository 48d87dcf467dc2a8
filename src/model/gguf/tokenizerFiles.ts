import { quoted } from '../../protocol/plainText';

/**
 * A byte-level BPE tokenizer from GGUF metadata, as the files a Hugging Face model folder has. GGUF
 * names the pre-tokenizer only; what the name stands for is in the table below, taken from
 * convert_hf_to_gguf.py and llama-vocab.cpp of llama.cpp and checked against transformers.
 */

/** How text is cut before the merges. */
interface PreTokenizer {
  steps: object[];
  /** Whole words of the vocabulary are taken before any merge. */
  ignoreMerges?: boolean;
  /** Whether the first token is put before the text where the file does not say. */
  addBos?: boolean;
}

const byteLevel = (useRegex: boolean): object => ({
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

const PRE_TOKENIZERS: Readonly<Record<string, PreTokenizer>> = {
  'gpt-2': { steps: [byteLevel(true)] },
  smollm: { steps: [digits, byteLevel(true)] },
  'llama-bpe': { steps: [splitOn(LLAMA3_WORDS), byteLevel(false)], ignoreMerges: true, addBos: true },
};

/** GGUF token types (llama.h, `llama_token_type`). */
const CONTROL = 3;
const USER_DEFINED = 4;

/** Files of a model folder by name, or why there are none. */
export type TokenizerFiles = { files: Record<string, string> } | { problem: string };

/** Builds `tokenizer.json`, `tokenizer_config.json` and, where there is one, `chat_template.jinja`. */
export function tokenizerFiles(
  metadata: Readonly<Record<string, unknown>>,
  contextLength: number,
): TokenizerFiles {
  const field = (key: string): unknown => metadata[`tokenizer.ggml.${key}`];
  const tokens = strings(field('tokens'));
  const merges = strings(field('merges'));
  const types = field('token_type');
  if (field('model') !== 'gpt2')
    return { problem: `tokenizers of kind ${shown(field('model'))} are not supported` };
  if (!tokens || !merges) return { problem: 'the file has no tokens or no merges' };
  const pre = field('pre');
  const preTokenizer =
    typeof pre === 'string' && Object.hasOwn(PRE_TOKENIZERS, pre) ? PRE_TOKENIZERS[pre] : undefined;
  if (!preTokenizer) return { problem: `the pre-tokenizer ${shown(pre)} is not known` };

  const tokenOf = (key: string): string | undefined => {
    const id = field(`${key}_token_id`);
    return typeof id === 'number' ? tokens[id] : undefined;
  };
  const bos = tokenOf('bos');
  const addBos = bos !== undefined && (field('add_bos_token') ?? preTokenizer.addBos ?? false) === true;
  const added = tokens.flatMap((content, id) => {
    const type: unknown = Array.isArray(types) ? types[id] : undefined;
    if (type !== CONTROL && type !== USER_DEFINED) return [];
    const special = type === CONTROL;
    return [{ id, content, single_word: false, lstrip: false, rstrip: false, normalized: false, special }];
  });

  const files: Record<string, string> = {
    'tokenizer.json': JSON.stringify({
      version: '1.0',
      truncation: null,
      padding: null,
      added_tokens: added,
      normalizer: null,
      pre_tokenizer:
        preTokenizer.steps.length === 1
          ? preTokenizer.steps[0]
          : { type: 'Sequence', pretokenizers: preTokenizer.steps },
      post_processor: addBos ? startsWith(bos, tokens.indexOf(bos)) : null,
      decoder: byteLevel(true),
      model: {
        type: 'BPE',
        dropout: null,
        unk_token: null,
        continuing_subword_prefix: null,
        end_of_word_suffix: null,
        fuse_unk: false,
        byte_fallback: false,
        ignore_merges: preTokenizer.ignoreMerges ?? false,
        vocab: Object.fromEntries(tokens.map((token, id) => [token, id])),
        merges: merges.map(pairOf),
      },
    }),
    'tokenizer_config.json': pretty({
      tokenizer_class: 'PreTrainedTokenizerFast',
      add_bos_token: addBos,
      add_prefix_space: false,
      bos_token: bos,
      eos_token: tokenOf('eos'),
      pad_token: tokenOf('padding'),
      unk_token: tokenOf('unknown'),
      clean_up_tokenization_spaces: false,
      model_max_length: contextLength,
    }),
  };
  const template = metadata['tokenizer.chat_template'];
  if (typeof template === 'string') files['chat_template.jinja'] = template;
  return { files };
}

function startsWith(token: string, id: number): object {
  const bos = { SpecialToken: { id: token, type_id: 0 } };
  const text = (sequence: string, type_id: number): object => ({ Sequence: { id: sequence, type_id } });
  return {
    type: 'TemplateProcessing',
    single: [bos, text('A', 0)],
    pair: [bos, text('A', 0), { SpecialToken: { id: token, type_id: 1 } }, text('B', 1)],
    special_tokens: { [token]: { id: token, ids: [id], tokens: [token] } },
  };
}

/** GGUF writes a merge as its two parts with a space between; the first may begin with one. */
function pairOf(merge: string): [string, string] {
  const space = merge.indexOf(' ', 1);
  return [merge.slice(0, space), merge.slice(space + 1)];
}

function strings(value: unknown): string[] | null {
  return Array.isArray(value) && value.every((v) => typeof v === 'string') ? value : null;
}

function shown(value: unknown): string {
  return typeof value === 'string' ? quoted(value) : 'without a name';
}

function pretty(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
