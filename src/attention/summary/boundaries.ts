import type { BoundaryAttention, Token, TokenSpan } from '../../protocol/attention';
import type { AnalysisSetup } from './setup';

/** What people write in prompts to set instructions apart from data, whether or not the model's template knows it. */
export const TEXT_BOUNDARIES = ['[INST]', '[/INST]', 'Instructions:', 'System:'] as const;

/** A boundary and where it occurs. */
export type Boundary = Pick<BoundaryAttention, 'boundary' | 'kind' | 'occurrences'>;

/**
 * Finds the boundaries of a prompt: special tokens that the template or the tokenizer put there, and the texts of
 * `TEXT_BOUNDARIES` written out, as the tokens that hold any part of them. Those of the template first, each kind
 * in order of first occurrence.
 */
export function findBoundaries({
  tokens,
  specialIds,
}: Pick<AnalysisSetup, 'tokens' | 'specialIds'>): Boundary[] {
  const found = new Map<string, Boundary>();
  const add = (kind: Boundary['kind'], boundary: string, span: TokenSpan) => {
    const key = `${kind} ${boundary}`;
    const known = found.get(key);
    if (known) known.occurrences.push(span);
    else found.set(key, { boundary, kind, occurrences: [span] });
  };
  const isMarker = (token: Token) => token.origin !== 'source' && specialIds.has(token.id);
  tokens.forEach((token, i) => {
    if (isMarker(token)) add('template', token.text, { first: i, end: i + 1 });
  });
  for (const run of textRuns(tokens, isMarker)) {
    const kind = tokens[run.first]!.origin === 'source' ? 'text' : 'template';
    for (const { boundary, span } of matchesIn(tokens, run)) add(kind, boundary, span);
  }
  const byPlace = [...found.values()].sort((a, b) => a.occurrences[0]!.first - b.occurrences[0]!.first);
  return [...byPlace.filter((b) => b.kind === 'template'), ...byPlace.filter((b) => b.kind === 'text')];
}

/** Stretches of tokens whose texts together are one piece of text: of one origin and segment, without markers. */
function textRuns(tokens: readonly Token[], isMarker: (token: Token) => boolean): TokenSpan[] {
  const runs: TokenSpan[] = [];
  tokens.forEach((token, i) => {
    if (isMarker(token)) return;
    const last = runs.at(-1);
    const before = tokens[i - 1];
    const goesOn = last?.end === i && before?.origin === token.origin && before.segment === token.segment;
    if (goesOn) last.end = i + 1;
    else runs.push({ first: i, end: i + 1 });
  });
  return runs;
}

function matchesIn(tokens: readonly Token[], run: TokenSpan): { boundary: string; span: TokenSpan }[] {
  let text = '';
  /** UTF-16 offset in `text` at which each token of the run starts. */
  const starts: number[] = [];
  for (let i = run.first; i < run.end; i++) {
    const { text: own, start } = tokens[i]!;
    const before = i > run.first ? tokens[i - 1]!.end : start;
    // Some tokenizers drop spaces: a gap in the source keeps `System` and a later `:` apart.
    if (start !== null && before !== null && start > before) text += ' ';
    starts.push(text.length);
    text += own;
  }
  const matches = [];
  for (const boundary of TEXT_BOUNDARIES) {
    for (let at = text.indexOf(boundary); at >= 0; at = text.indexOf(boundary, at + boundary.length)) {
      if (isInsideWord(text, at)) continue;
      const first = starts.findLastIndex((start) => start <= at);
      const last = starts.findLastIndex((start) => start < at + boundary.length);
      matches.push({ boundary, span: { first: run.first + first, end: run.first + last + 1 } });
    }
  }
  return matches;
}

/** Whether the text at `at` continues a word: the `System:` of `FileSystem:` is not a boundary. */
function isInsideWord(text: string, at: number): boolean {
  return /[\p{L}\p{N}_]/u.test(text[at]!) && at > 0 && /[\p{L}\p{N}_]/u.test(text[at - 1]!);
}
