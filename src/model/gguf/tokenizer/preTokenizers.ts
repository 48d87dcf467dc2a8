/**
 * How text is cut into words before the merges of byte-level BPE. A GGUF file only names it (`tokenizer.ggml.pre`; names:
 * llama-vocab.cpp of llama.cpp); the patterns are those of the models' own `tokenizer.json`. Each is held by a test to
 * another reading of its pattern, `gpt-2`, `olmo` and `qwen2` to transformers as well.
 */
export interface PreTokenizer {
  steps: object[];
  /** Whole words of the vocabulary are taken before any merge. */
  ignoreMerges?: true;
  /** Characters are composed first (NFC). */
  isComposed?: true;
  /** Whether the first token is put before the text where the file does not say. */
  addBos?: true;
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

const SUFFIX = "(?i:'s|'t|'re|'ve|'m|'ll|'d)";
const WHITE = '\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+';
/** Words with a character before them, numbers of so many digits, signs, white space. */
const words = (number: string): string =>
  `${SUFFIX}|[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|${number}| ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*|${WHITE}`;
const LLAMA3 = words('\\p{N}{1,3}');
const QWEN2 = words('\\p{N}');

/** The same, with words that end before a capital letter. */
const caseWords = (suffix: string, number: string): string => {
  const [before, upper, lower] = [
    '[^\\r\\n\\p{L}\\p{N}]?',
    '[\\p{Lu}\\p{Lt}\\p{Lm}\\p{Lo}\\p{M}]',
    '[\\p{Ll}\\p{Lm}\\p{Lo}\\p{M}]',
  ];
  return `${before}${upper}*${lower}+${suffix}|${before}${upper}+${lower}*${suffix}|${number}| ?[^\\s\\p{L}\\p{N}]+[\\r\\n/]*|${WHITE}`;
};
const TEKKEN = caseWords('', '\\p{N}');
const O200K = caseWords(`${SUFFIX}?`, '\\p{N}{1,3}');

/**
 * Letters with two cases that DeepSeek's file lists one range after another: all but small Armenian and Georgian ones, letters of
 * mathematics, and what newer versions of Unicode have.
 */
const CASED =
  '[\\p{Lu}\\p{Ll}\\p{Lt}&&[^\\x{560}-\\x{588}\\x{10C7}-\\x{10FF}\\x{1C80}-\\x{1C8A}\\x{2D00}-\\x{2D2D}\\x{A790}-\\x{A7FA}\\x{AB30}-\\x{AB6D}\\x{10570}-\\x{105BC}\\x{10D50}-\\x{10D85}\\x{16E40}-\\x{1DF96}]]';
/** Chinese characters, syllables, and most else of Asia. */
const ASIAN = '[\\x{4E00}-\\x{9FA5}\\x{800}-\\x{4E00}\\x{AC00}-\\x{D7FF}]+';
const deepSeek = (...patterns: string[]): PreTokenizer => ({
  steps: [...['[\\r\\n]', ...patterns, ASIAN].map(splitOn), digits, byteLevel(false)],
});

const gpt2: PreTokenizer = { steps: [byteLevel(true)] };
const singleDigits: PreTokenizer = { steps: [digits, byteLevel(true)] };
const qwen2: PreTokenizer = { steps: [splitOn(QWEN2), byteLevel(false)], isComposed: true };
const cl100k: PreTokenizer = { steps: [splitOn(LLAMA3), byteLevel(false)] };
const llama3: PreTokenizer = { ...cl100k, ignoreMerges: true, addBos: true };

export const preTokenizers: Readonly<Record<string, PreTokenizer>> = {
  'gpt-2': gpt2,
  'phi-2': gpt2,
  // GPT-NeoX's, which the first StableLM has too.
  olmo: { ...gpt2, isComposed: true },
  smollm: singleDigits,
  refact: singleDigits,
  starcoder: singleDigits,
  qwen2,
  'deepseek-r1-qwen': qwen2,
  stablelm2: qwen2,
  dbrx: cl100k,
  'smaug-bpe': { ...cl100k, ignoreMerges: true },
  'llama-bpe': llama3,
  llama3,
  'llama-v3': llama3,
  tekken: { steps: [splitOn(TEKKEN), byteLevel(false)], ignoreMerges: true, addBos: true },
  'gpt-4o': { steps: [splitOn(O200K), byteLevel(false)] },
  'deepseek-llm': deepSeek(`\\s?${CASED}+`, '\\s?[!-/:-~！-／：-～‘-‟\\x{3000}-。]+', '\\s+$'),
  'deepseek-coder': deepSeek('\\s?\\p{L}+', '\\s?\\p{P}+'),
};
