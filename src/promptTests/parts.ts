import { AttnscopeError } from '../protocol/errors';
import type { SourceRange } from '../protocol/prompt';
import { quoted } from '../protocol/plainText';
import type { AnalysisResult } from '../protocol/analysis';
import type { Token, TokenSpan } from '../protocol/attention';
import { sentence } from '../protocol/sentence';
import type { FilledPrompt } from './prompt/writePrompt';
import { nearest } from '../protocol/written/knownKeys';

/** What is known of a prompt once it is read: who speaks where, and its tokens. */
type Read = Pick<AnalysisResult, 'segments' | 'tokens'>;

/**
 * Numbers of the tokens of a part of a prompt: the value of a variable wherever it stands, or all that a speaker says.
 * A variable goes before a speaker of the same name.
 *
 * @throws AttnscopeError `bad-input` where the prompt has no such part, or the model read nothing of it.
 */
export function tokensOfPart(
  { segments, tokens }: Read,
  places: FilledPrompt['places'],
  part: string,
): number[] {
  const ranges = places.filter(({ variable }) => variable === part).map(({ range }) => range);
  const isVariable = ranges.length > 0;
  const isOwn = isVariable
    ? (token: Token) =>
        token.start !== null && ranges.some(({ start, end }) => token.start! < end && token.end! > start)
    : (token: Token) => token.segment !== null && segments[token.segment]?.role === part;
  if (!isVariable && !segments.some(({ role }) => role === part)) {
    throw new AttnscopeError('bad-input', unknownPart(part, segments, places));
  }
  const own = tokens.flatMap((token, index) => (isOwn(token) ? [index] : []));
  if (own.length === 0) {
    throw new AttnscopeError('bad-input', [
      sentence('The model read nothing of {part}: it is empty, or the chat template leaves it out.', {
        part: quoted(part),
      }),
    ]);
  }
  return own;
}

function unknownPart(part: string, segments: Read['segments'], places: FilledPrompt['places']) {
  const known = [
    ...new Set([...places.map(({ variable }) => variable), ...segments.map(({ role }) => role)]),
  ];
  const near = nearest(part, known);
  return [
    sentence('The prompt has no part {part}.', { part: quoted(part) }),
    near === undefined
      ? sentence('Known are: {names}.', { names: known.map(quoted).join(', ') })
      : sentence('Did you mean {name}?', { name: quoted(near) }),
  ];
}

/** Where a part begins to stand in the text of a prompt: the first place of a variable, or of what a speaker says. */
export function rangeOfPart(
  segments: Read['segments'],
  places: FilledPrompt['places'],
  part: string,
): SourceRange | undefined {
  return (
    places.find(({ variable }) => variable === part)?.range ?? segments.find(({ role }) => role === part)
  );
}

/** Tokens in runs of neighbours. */
export function runsOf(tokens: readonly number[]): TokenSpan[] {
  const runs: TokenSpan[] = [];
  for (const token of tokens) {
    const last = runs.at(-1);
    if (last?.end === token) last.end = token + 1;
    else runs.push({ first: token, end: token + 1 });
  }
  return runs;
}
