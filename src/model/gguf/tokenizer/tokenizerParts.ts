import { quoted } from '../../../protocol/plainText';

/** What a file says of its tokens. */
export interface TokensOfFile {
  tokens: readonly string[];
  /** A field of its metadata, without `tokenizer.ggml.` before it. */
  field(key: string): unknown;
}

/** What of `tokenizer.json` depends on the kind of a tokenizer. */
export interface TokenizerParts {
  /** Whether the first token is put before the text where the file does not say. */
  addBos: boolean;
  normalizer: object | null;
  preTokenizer: object | null;
  decoder: object;
  model: object;
}

/** A name out of a file, as a message has it. */
export function shownName(value: unknown): string {
  return typeof value === 'string' ? quoted(value) : 'without a name';
}
