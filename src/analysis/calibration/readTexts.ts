import { tokensIn } from '../../attention/counterfactual/passages';
import type { CalibrationText } from '../../calibration/texts';
import type { ReadSentence, ReadText } from '../../calibration/crossValidate';
import type { Inference, RequestOptions } from '../../protocol/borders/inference';
import type { Source } from '../../protocol/document';
import { AttnscopeError } from '../../protocol/errors';
import type { PromptSentence } from '../../protocol/prompt';
import { readDocument } from '../readDocument';

/** How texts are read for a calibration. */
export interface Reading extends Pick<Source, 'as' | 'trust' | 'task'> {
  /** A model folder or graph file. */
  model: string;
  /** Layers whose states are read, counted from 0. */
  layers: readonly number[];
  /** Tokens of a text that are read. */
  limit: number;
}

/** A sentence counts as planted from this share of it on, and is left out from the second on. */
const PLANTED = 0.5;
const MIXED = 0.1;

/**
 * The mean states of a text's sentences, as far as they are read; `null` where none is, or no plant of a planted text.
 *
 * @throws AttnscopeError what the inference process refuses
 */
export async function readText(
  inference: Inference,
  source: CalibrationText,
  { model, layers, limit, ...how }: Reading,
  options: RequestOptions,
): Promise<{ text: ReadText; hidden: number } | null> {
  const { prompts } = await readDocument({ text: source.text, ...how });
  const [prompt] = prompts;
  if (!prompt) return null;
  const trust = how.trust ?? 'author';
  const asked = prompt.sentences.filter(({ segment }) => prompt.outline.segments[segment]?.trust === trust);
  const { tokens } = await inference.request('tokenize', { model, input: prompt.input }, options);
  const read = asked.flatMap((sentence) => {
    const span = tokensIn(tokens, sentence);
    return span && span.end <= limit && span.end > 1 ? [{ sentence, span }] : [];
  });
  const sentences = read.map(({ sentence, span }) => readSentence(source, sentence, span.end - span.first));
  if (read.length === 0) return null;
  if (source.kind === 'planted' && sentences.every(({ planted }) => planted === null)) return null;
  const ids = tokens.slice(0, limit).map(({ id }) => id);
  const params = { model, tokenIds: ids, layers: [...layers], spans: read.map(({ span }) => span) };
  const { hidden, means } = await inference.request('states', params, options);
  const { file, kind } = source;
  return { text: { file, kind, tokens: ids.length, sentences, states: means }, hidden };
}

function readSentence(
  { text, plants }: CalibrationText,
  { start, end }: PromptSentence,
  tokens: number,
): ReadSentence {
  const shares = plants.map((plant) => ({
    family: plant.family,
    share: Math.max(0, Math.min(end, plant.end) - Math.max(start, plant.start)) / (end - start),
  }));
  const [most] = shares.sort((a, b) => b.share - a.share);
  const share = most?.share ?? 0;
  return {
    text: text.slice(start, end),
    tokens,
    planted: share >= PLANTED ? most!.family : null,
    mixed: share >= MIXED && share < PLANTED,
  };
}

/** Says why nothing can be calibrated. */
export function refuseFew(read: number): AttnscopeError {
  return new AttnscopeError(
    'bad-input',
    `Of the clean texts ${read} could be read, and at least 20 are needed. Name more of them with --clean.`,
  );
}
