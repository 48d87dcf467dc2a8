import { readingPosition } from '../attention/readingPosition';
import { inputFeatures } from '../features/inputFeatures';
import { sectionsOf } from '../features/sections';
import { stateLayers } from '../features/stateLayers';
import type { ModelSummary } from '../protocol/analysis';
import { AttentionSummary, type ReadingPosition, type Token } from '../protocol/attention';
import { unpack, type Packed } from '../protocol/borders/packed';
import type { Inference, RequestOptions } from '../protocol/borders/inference';
import type { Features } from '../protocol/measured/features';
import type { ModelInput, Segment, SourceRange } from '../protocol/prompt';

/** How many of the likeliest next tokens are measured: they hold most of what the model may say. */
const NEXT = 64;

/** A prompt to be measured. */
export interface MeasuredPrompt {
  /** A model folder or graph file. */
  model: string;
  input: Packed<ModelInput>;
  segments: readonly Pick<Segment, 'role' | 'trust'>[];
  /** See `SectionedPrompt`. */
  data?: readonly SourceRange[];
}

/** What is known of a prompt before its heads and states are measured. */
export interface ReadPrompt {
  model: ModelSummary;
  tokens: readonly Token[];
  segments: readonly Pick<Segment, 'role' | 'trust'>[];
  attention: { causal: boolean; sink: number | null; reading: ReadingPosition };
}

/**
 * Measures a prompt, in one run of the model; in two of a model that reads both ways, whose sink has to be found first.
 *
 * @throws AttnscopeError what the inference process refuses, `too-long` among it
 */
export async function measurePrompt(
  inference: Inference,
  { model, input, segments, data }: MeasuredPrompt,
  options: RequestOptions = {},
): Promise<{ features: Features; tokens: readonly Token[] }> {
  const { causal, ...fed } = await inference.request('tokenize', { model, input }, options);
  const attention = causal
    ? { causal, sink: 0, reading: readingPosition(causal, fed.tokens) }
    : await bothWays(inference, { model, input }, options);
  const features = await measureRead(inference, model, { ...fed, segments, attention }, data, options);
  return { features, tokens: fed.tokens };
}

/** The same of a prompt that was analysed already. `path`: the model folder or graph file that it was read with. */
export async function measureRead(
  inference: Inference,
  path: string,
  { model, tokens, segments, attention }: ReadPrompt,
  data: readonly SourceRange[] = [],
  options: RequestOptions = {},
): Promise<Features> {
  const { causal, reading } = attention;
  // Of a causal model no other token can be one; whether it is must not depend on the prompt, or prompts of one kind
  // would have other sections.
  const sink = causal ? 0 : attention.sink;
  const sections = sectionsOf({ tokens, segments, sink, data });
  const layers = stateLayers(model.layers);
  const asked = {
    ...{ model: path, tokenIds: tokens.map(({ id }) => id), layers, sink },
    reading: { kind: reading.kind, token: reading.token },
    sets: sections.map(({ runs }) => runs),
    next: NEXT,
  };
  const { states, next, ...heads } = await inference.request('measure', asked, options);
  return inputFeatures({
    ...{ model, tokens: tokens.length, sections, heads },
    ...{ states: states && { layers, ...states }, next },
  });
}

async function bothWays(
  inference: Inference,
  asked: Pick<MeasuredPrompt, 'model' | 'input'>,
  options: RequestOptions,
): Promise<AttentionSummary> {
  const { summary } = await inference.request(
    'analyze',
    { ...asked, spans: [], overflow: 'refuse' },
    options,
  );
  return unpack(summary, AttentionSummary);
}
