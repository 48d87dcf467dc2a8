import { inputFeatures } from '../features/inputFeatures';
import { sectionsOf } from '../features/sections';
import { stateLayers } from '../features/stateLayers';
import type { ModelSummary } from '../protocol/analysis';
import { AttentionSummary, type ReadingPosition, type Token } from '../protocol/attention';
import { unpack, type Packed } from '../protocol/borders/packed';
import type { Inference, InferenceResult, RequestOptions } from '../protocol/borders/inference';
import { AttnscopeError } from '../protocol/errors';
import type { Features, MeanStates } from '../protocol/measured/features';
import type { ModelInput, Segment, SourceRange } from '../protocol/prompt';

/** A prompt to be measured. */
export interface MeasuredPrompt {
  /** A model folder or graph file. */
  model: string;
  input: Packed<ModelInput>;
  segments: readonly Pick<Segment, 'role' | 'trust'>[];
  /** See `SectionedPrompt`. */
  data?: readonly SourceRange[];
}

/** What an analysis knows of a prompt that was read. */
export interface ReadPrompt {
  model: ModelSummary;
  tokens: readonly Token[];
  segments: readonly Pick<Segment, 'role' | 'trust'>[];
  attention: { causal: boolean; sink: number | null; reading: ReadingPosition };
}

/**
 * Measures a prompt: reads it, its heads, and its states, in three runs of the model.
 *
 * @throws AttnscopeError what the inference process refuses, `too-long` among it
 */
export async function measurePrompt(
  inference: Inference,
  { model, input, segments, data }: MeasuredPrompt,
  options: RequestOptions = {},
): Promise<{ features: Features; read: InferenceResult<'analyze'> }> {
  const read = await inference.request('analyze', { model, input, spans: [], overflow: 'refuse' }, options);
  const attention = unpack(read.summary, AttentionSummary);
  const prompt = { model: read.model, tokens: read.tokens, segments, attention };
  return { features: await measureRead(inference, model, prompt, data, options), read };
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
  const prompt = { model: path, tokenIds: tokens.map(({ id }) => id) };
  const asked = {
    ...prompt,
    sink,
    reading: { kind: reading.kind, token: reading.token },
    sets: sections.map(({ runs }) => runs),
    groupOf: [],
  };
  const heads = await inference.request('headMetrics', asked, options);
  const states = await meanStates(inference, prompt, model.layers, options);
  return inputFeatures({ model, tokens: tokens.length, sections, heads, states });
}

async function meanStates(
  inference: Inference,
  prompt: { model: string; tokenIds: number[] },
  depth: number,
  options: RequestOptions,
): Promise<MeanStates | null> {
  const layers = stateLayers(depth);
  const end = prompt.tokenIds.length;
  if (end < 2) return null;
  try {
    const asked = { ...prompt, layers, spans: [{ first: 1, end }] };
    const { hidden, means } = await inference.request('states', asked, options);
    return { layers, hidden, means };
  } catch (error) {
    // Of some graphs the states are not found; what heads do is known all the same.
    if (error instanceof AttnscopeError && error.code === 'bad-model') return null;
    throw error;
  }
}
