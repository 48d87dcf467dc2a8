import { tokensIn } from '../attention/counterfactual/passages';
import { createHash } from 'node:crypto';
import { compileCheckers } from '../behaviour/compileCheckers';
import { addInput, emptyBaseline } from '../monitor/baseline';
import { checkInput } from '../monitor/check';
import { FEWEST_REFERENCE, openMonitor, type Monitor } from '../monitor/monitor';
import type { NextToken } from '../protocol/analysis';
import { AttentionSummary, type TokenSpan } from '../protocol/attention';
import type { Behaviour } from '../protocol/behaviour';
import type { Inference, InferenceResult, RequestOptions } from '../protocol/borders/inference';
import { unpack } from '../protocol/borders/packed';
import type { StudyLine } from '../protocol/measured/study';
import type { PromptSentence } from '../protocol/prompt';
import type { ProbeReading } from '../protocol/requests/probes';
import { randomFrom, shuffled } from '../statistics/random';
import { checkersOf } from '../study/checkersOf';
import type { StudiedPrompt } from '../study/studiedPrompt';
import { choosePrompt } from './choosePrompt';
import { measureRead } from './measurePrompt';
import { readDocument } from './readDocument';

/** How a prompt of the set is read. */
export interface StudyAsked {
  /** A model folder or graph file. */
  model: string;
  /** Most tokens of the answer; 0 for none. */
  generate: number;
}

/**
 * Measures one prompt of the set: its heads and states, what probes say, the next token, what leaving out its most
 * suspicious sentence changes, and its answer. `anomaly` is told by `withAnomaly`.
 *
 * @throws AttnscopeError what the inference process refuses
 */
export async function measureStudied(
  inference: Inference,
  line: StudyLine,
  { model, generate }: StudyAsked,
  options: RequestOptions,
): Promise<StudiedPrompt> {
  const { text, system } = line;
  const source = { text, as: 'user' as const, ...(system === undefined ? {} : { task: system }) };
  const { input, outline, sentences } = choosePrompt(await readDocument(source));
  const probe = { sentences, names: ['instruction' as const, 'data' as const] };
  const read = await inference.request(
    'analyze',
    { model, input, spans: [], probe, overflow: 'refuse' },
    options,
  );
  const attention = unpack(read.summary, AttentionSummary);
  const prompt = { model: read.model, tokens: read.tokens, segments: outline.segments, attention };
  const features = await measureRead(inference, model, prompt, [], options);

  const tokenIds = read.tokens.map(({ id }) => id);
  const asked = { model, tokenIds };
  const left = await leftOut(inference, asked, mostSuspicious(read, sentences), line.marks?.[0], options);
  const answer =
    generate > 0 ? await inference.request('generate', { ...asked, count: generate }, options) : null;
  const { anomalies } = attention;
  const rows = read.model.layers * read.tokens.length;
  return {
    line,
    features,
    figures: {
      anomaly: null,
      publishedAnomalies: anomalies.plain.length / rows,
      publishedWithoutSink: anomalies.withoutSinkAndSelf.length / rows,
      unusualRows: anomalies.compared && anomalies.compared.unusual / Math.max(1, anomalies.compared.tests),
      instructionProbe: highest(read.probes?.instruction),
      dataProbe: highest(read.probes?.data),
      nextEntropy: entropy(read.next),
      nextProbability: read.next[0]?.probability ?? null,
      leftOutKl: left.kl,
    },
    behaviour: answer && behaviourOf(line, answer, left.wanted),
    reference: false,
  };
}

/**
 * Fits the monitor's baseline to half of the normal prompts, chosen by the seed, and scores the others by it. Nothing is
 * scored where that half is smaller than a baseline may be.
 */
export function withAnomaly(
  prompts: readonly StudiedPrompt[],
  seed: number,
  version: string,
): StudiedPrompt[] {
  const normal = prompts.filter(({ line }) => line.class === 'normal');
  const half = shuffled(randomFrom(seed), normal).slice(0, Math.floor(normal.length / 2));
  const sections = (prompt: StudiedPrompt) => prompt.features.sections.map(({ section }) => section).join();
  const [first] = half;
  if (!first || half.length < FEWEST_REFERENCE || prompts.some((one) => sections(one) !== sections(first)))
    return [...prompts];
  let baseline = emptyBaseline(first.features, null, { version, keep: half.length });
  for (const { line, features } of half) {
    const sha256 = createHash('sha256')
      .update(`${line.system ?? ''}\0${line.text}`)
      .digest('hex');
    baseline = addInput(baseline, { sha256, features });
  }
  const monitor = openMonitor(baseline, FEWEST_REFERENCE);
  const fitted = new Set(half);
  return prompts.map((prompt) =>
    fitted.has(prompt)
      ? { ...prompt, reference: true }
      : {
          ...prompt,
          ...checkedBy(monitor, prompt),
        },
  );
}

/** What the baseline says of a prompt: its score, and how far what the model says next is from what is usual. */
function checkedBy(monitor: Monitor, { line, features, figures, behaviour }: StudiedPrompt) {
  const check = checkInput(monitor, line.id, features);
  return {
    figures: { ...figures, anomaly: check.score },
    behaviour: behaviour && { ...behaviour, kl: check.behaviour?.kl ?? null },
  };
}

/** The sentence that the probe of data scores highest, in tokens; `null` where none was scored. */
function mostSuspicious(
  { tokens, probes }: InferenceResult<'analyze'>,
  sentences: readonly PromptSentence[],
): TokenSpan | null {
  const scores = probes?.data?.scores ?? [];
  const best = scores.reduce<number | null>(
    (most, score, i) => (score !== null && (most === null || score > scores[most]!) ? i : most),
    null,
  );
  return best === null ? null : tokensIn(tokens, sentences[best]!);
}

/** What leaving the span out changes, and how likely the wanted answer is before, as ln p per token. */
async function leftOut(
  inference: Inference,
  prompt: { model: string; tokenIds: number[] },
  span: TokenSpan | null,
  wanted: string | undefined,
  options: RequestOptions,
): Promise<{ kl: number | null; wanted: number | null }> {
  if (!span) return { kl: null, wanted: null };
  const asked = {
    ...prompt,
    spans: [{ ...span, controls: [] }],
    changes: ['remove' as const],
    continuation: 0,
    ...(wanted === undefined ? {} : { answer: wanted }),
  };
  const { before, answer, spans } = await inference.request('counterfactual', asked, options);
  return {
    kl: spans[0]?.changes[0]?.effect?.kl ?? null,
    wanted: before.answer === null ? null : before.answer / answer.length,
  };
}

function behaviourOf(
  line: StudyLine,
  { tokens, text }: InferenceResult<'generate'>,
  wanted: number | null,
): Behaviour {
  return { tokens: tokens.length, checks: compileCheckers(checkersOf(line))(text), kl: null, wanted };
}

function highest(reading: ProbeReading | null | undefined): number | null {
  const scores = (reading?.scores ?? []).filter((score) => score !== null);
  return scores.length === 0 ? null : Math.max(...scores);
}

/** Of the next token, in nats, all but the likeliest ones taken for one: at most the true entropy. */
function entropy(next: readonly NextToken[]): number | null {
  if (next.length === 0) return null;
  const told = next.map(({ probability }) => probability);
  const rest = Math.max(0, 1 - told.reduce((sum, p) => sum + p, 0));
  return -[...told, rest].reduce((sum, p) => sum + (p > 0 ? p * Math.log(p) : 0), 0);
}
