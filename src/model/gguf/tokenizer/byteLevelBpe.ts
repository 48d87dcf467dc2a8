import { byteLevel, preTokenizers } from './preTokenizers';
import type { TokenizerParts, TokensOfFile } from './tokenizerParts';
import { shownName } from './tokenizerParts';

/** The parts of a tokenizer by byte-level BPE, or why there are none. */
export function byteLevelBpe({ tokens, field }: TokensOfFile): TokenizerParts | { problem: string } {
  const merges = field('merges');
  if (!Array.isArray(merges) || !merges.every((merge) => typeof merge === 'string'))
    return { problem: 'the file has no merges' };
  const pre = field('pre');
  const kind = typeof pre === 'string' && Object.hasOwn(preTokenizers, pre) ? preTokenizers[pre] : undefined;
  if (!kind)
    return {
      problem: `the pre-tokenizer ${shownName(pre)} is not known (known: ${Object.keys(preTokenizers).join(', ')})`,
    };
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
