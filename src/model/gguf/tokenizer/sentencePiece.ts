import type { TokenizerParts, TokensOfFile } from './tokenizerParts';

/** What stands for a space in a piece. */
const SPACE = '\u2581';
/** GGUF token types (llama.h, `llama_token_type`) of pieces that merges do not make. */
const UNKNOWN = 2;
const UNMERGED = new Set([UNKNOWN, 3, 4, 6]);
/** A longer piece is taken for damage, and never made; letters. */
const LONGEST_PIECE = 256;

/**
 * BPE of SentencePiece (GGUF: `llama`): a piece is merged before all of lower score, wherever two pieces make it. Written as merges in the order of
 * their scores, as transformers converts these (`generate_merges`).
 */
export function sentencePiece({ tokens, field }: TokensOfFile): TokenizerParts | { problem: string } {
  const scores = field('scores');
  if (!Array.isArray(scores) || scores.length !== tokens.length)
    return { problem: 'the file has no score for each of its tokens' };
  const types = field('token_type');
  const typeOf = (id: number): unknown => (Array.isArray(types) ? types[id] : undefined);
  const ids = new Map(tokens.map((token, id) => [token, id]));
  const pieces = tokens.flatMap((piece, id) => {
    if (UNMERGED.has(typeOf(id) as number)) return [];
    return mergesOf(piece, ids).map((pair) => ({ pair, score: Number(scores[id]) }));
  });
  const unknown = tokens.findIndex((_, id) => typeOf(id) === UNKNOWN);
  const prefix = field('add_space_prefix') !== false;
  const spaces = { type: 'Replace', pattern: { String: ' ' }, content: SPACE };
  const back = { type: 'Replace', pattern: { String: SPACE }, content: ' ' };
  return {
    addBos: true,
    normalizer: prefix
      ? { type: 'Sequence', normalizers: [{ type: 'Prepend', prepend: SPACE }, spaces] }
      : spaces,
    preTokenizer: null,
    decoder: {
      type: 'Sequence',
      decoders: [
        back,
        { type: 'ByteFallback' },
        { type: 'Fuse' },
        ...(prefix ? [{ type: 'Strip', content: ' ', start: 1, stop: 0 }] : []),
      ],
    },
    model: {
      type: 'BPE',
      dropout: null,
      unk_token: unknown < 0 ? null : tokens[unknown],
      continuing_subword_prefix: null,
      end_of_word_suffix: null,
      fuse_unk: true,
      byte_fallback: true,
      ignore_merges: false,
      vocab: Object.fromEntries(ids),
      merges: pieces.sort((a, b) => b.score - a.score).map(({ pair }) => pair),
    },
  };
}

/** The pairs of pieces that make a piece, those of earlier pieces first. */
function mergesOf(piece: string, ids: ReadonlyMap<string, number>): [string, string][] {
  // Looked at before it is cut up: a letter has at most two code units.
  const letters = piece.length > 2 * LONGEST_PIECE ? [] : [...piece];
  const pairs: { left: number; right: number; pair: [string, string] }[] = [];
  for (let at = 1; at < letters.length; at++) {
    const pair: [string, string] = [letters.slice(0, at).join(''), letters.slice(at).join('')];
    const [left, right] = [ids.get(pair[0]), ids.get(pair[1])];
    if (left !== undefined && right !== undefined) pairs.push({ left, right, pair });
  }
  return pairs.sort((a, b) => a.left - b.left || a.right - b.right).map(({ pair }) => pair);
}
