import { controlsSpreadOut, tokensIn } from '../../attention/counterfactual/passages';
import { lineStarts } from '../../prompts/positions';
import type { AnalysisResult, TextSpan } from '../../protocol/analysis';
import type { Inference, InferenceResult } from '../../protocol/borders/inference';
import { AttnscopeError } from '../../protocol/errors';
import type { SourceRange } from '../../protocol/prompt';
import { Change } from '../../protocol/requests/counterfactual';
import { foreignLine } from '../../report/foreignLine';
import type { LensPlace, LinePlace, LineRange, ScoreName } from './options';

/** Passages of the same length that the same is done to, for comparison. */
const CONTROLS = 3;
/** Likeliest words of each layer that the lens tells. */
const LENS_WORDS = 3;

/** What is asked of the model beside the analysis. */
export interface AskedOfModel {
  model: string;
  scores: readonly ScoreName[];
  generate?: number;
  counterfactual?: LineRange;
  lens?: LensPlace;
}

/** A model at work for the command line. */
export interface Run {
  inference: Inference;
  signal: AbortSignal;
  options: AskedOfModel;
}

/** What it told; fields stand beside those of the analysis. */
export interface ToldByModel {
  generated?: InferenceResult<'generate'>;
  counterfactual?: InferenceResult<'counterfactual'>;
  lens?: InferenceResult<'lens'> & { position: number };
}

/** Asks for the answer of the model, and for what a passage changes, where that is wanted. */
export async function askModel(
  { inference, signal, options }: Run,
  result: AnalysisResult,
  text: string,
): Promise<ToldByModel> {
  const { model, generate, counterfactual, lens } = options;
  const prompt = { model, tokenIds: result.tokens.map(({ id }) => id) };
  const told: ToldByModel = {};
  if (generate !== undefined)
    told.generated = await inference.request('generate', { ...prompt, count: generate }, { signal });
  if (counterfactual) {
    const span = tokensIn(result.tokens, rangeIn(text, counterfactual));
    if (!span)
      throw new AttnscopeError(
        'bad-input',
        'The passage of --counterfactual has no token that the model read. Name a place in the text.',
      );
    const found = result.attention.spans.flatMap((finding) => finding?.tokens ?? []);
    const params = {
      ...prompt,
      spans: [{ ...span, controls: controlsSpreadOut(result, span, found, CONTROLS) }],
      changes: Change.options,
      continuation: generate ?? 0,
    };
    told.counterfactual = await inference.request('counterfactual', params, { signal });
  }
  if (lens !== undefined) {
    const position = positionOf(result, text, lens);
    const params = { ...prompt, position, top: LENS_WORDS, words: [] };
    told.lens = { position, ...(await inference.request('lens', params, { signal })) };
  }
  return told;
}

/** The sentences with what leaving each out changes: KL divergence of the next token's distribution, in nats. */
export async function ablated(
  { inference, signal, options }: Run,
  result: AnalysisResult,
): Promise<TextSpan[]> {
  const tokens = result.spans.map((span) => tokensIn(result.tokens, span));
  const spans = tokens.flatMap((span) => (span ? [{ ...span, controls: [] }] : []));
  if (spans.length === 0) return result.spans;
  const tokenIds = result.tokens.map(({ id }) => id);
  const params = { model: options.model, tokenIds, spans, changes: ['remove' as const], continuation: 0 };
  const changed = (await inference.request('counterfactual', params, { signal })).spans;
  let next = 0;
  return result.spans.map((span, index) => {
    const effect = tokens[index] ? changed[next++]?.changes[0]?.effect : null;
    return { ...span, scores: { ...span.scores, ablation: effect?.kl ?? null } };
  });
}

/** What the model told, for a terminal. */
export function toldText({ generated, counterfactual, lens }: ToldByModel): string {
  const lines: string[] = [];
  if (generated) lines.push('', `Answer (${generated.tokens.length} tokens): ${foreignLine(generated.text)}`);
  for (const { change, effect, refused, controls } of counterfactual?.spans[0]?.changes ?? []) {
    const others = controls.map(({ kl }) => kl.toPrecision(2)).join(', ');
    lines.push(
      effect
        ? `Passage: ${change}. KL ${effect.kl.toPrecision(2)} nats (others of its length: ${others || 'none'}); next words then: ${wordsOf(effect.next)}`
        : `Passage: ${change}. Not possible (${refused ?? 'unknown'}).`,
    );
  }
  if (lens)
    lines.push('', `What each layer would say after token ${lens.position}, not what the model thinks:`);
  for (const [layer, { top }] of lens?.layers.entries() ?? [])
    lines.push(`  layer ${layer}: ${wordsOf(top)}`);
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
}

function rangeIn(text: string, { from, to }: LineRange): SourceRange {
  const starts = lineStarts(text);
  const offset = ({ line, column }: LinePlace) =>
    Math.min(text.length, (starts[line - 1] ?? text.length) + column - 1);
  return { start: offset(from), end: offset(to) };
}

function wordsOf(words: readonly { text: string; probability: number }[]): string {
  return words
    .slice(0, LENS_WORDS)
    .map(({ text, probability }) => `“${foreignLine(text)}” ${(100 * probability).toFixed(0)}%`)
    .join(', ');
}

/** The token that the lens looks at. */
function positionOf(result: AnalysisResult, text: string, place: LensPlace): number {
  const last = result.tokens.length - 1;
  if (place === 'last') return last;
  const position =
    typeof place === 'number'
      ? place
      : tokensIn(result.tokens, rangeIn(text, { from: place, to: { ...place, column: place.column + 1 } }))
          ?.first;
  if (position !== undefined && position <= last) return position;
  throw new AttnscopeError(
    'bad-input',
    `There is no token at the place of --lens: the tokens are 0 to ${last}.`,
  );
}
