import { bestWindows, spanMeans } from '../../../probes/pooling';
import { probeOfTrust, limitFor, warnedSentences } from '../../../probes/warned';
import type { Token, TokenSpan } from '../../../protocol/attention';
import { AttnscopeError } from '../../../protocol/errors';
import type { ProbeName, ProbeReading, ProbeReadings } from '../../../protocol/requests/probes';
import { tokensOfRange } from '../../../model/tokens/tokenRanges';
import type { PromptSentence, Segment } from '../../../protocol/prompt';
import type { TappedBlock } from '../run/promptRun';
import type { ReadyProbe, ReadyProbes } from './probeStore';

/** What the probes are asked about. */
export interface ProbedPrompt {
  tokens: readonly Token[];
  segments: readonly Pick<Segment, 'trust'>[];
  sentences: readonly PromptSentence[];
}

/** Takes the states of a prompt as they leave the model, and scores its sentences at the end. */
export interface ProbeReader {
  /** Layers whose states are needed, counted from 0. */
  layers: readonly number[];
  /** Takes a block of kind `state`; each chunk's in any order of layers, chunks in order. */
  add(block: TappedBlock): Promise<void>;
  finish(): Promise<ProbeReadings>;
  /** `[sentences]`: the tokens of those that may be warned of; which are is known when the last state has come. */
  candidates: readonly (TokenSpan | null)[];
  /** The sentences that are, ascending. */
  warned(readings: ProbeReadings): number[];
}

/** Starts to read a prompt by the probes of a model; `undefined` where it has none. */
export function createProbeReader(probes: ReadyProbes, prompt: ProbedPrompt): ProbeReader | undefined {
  if (Object.keys(probes).length === 0) return undefined;
  const trusts = prompt.sentences.map(({ segment }) => prompt.segments[segment]!.trust);
  const spans = prompt.sentences.map((sentence) => tokensOfRange(prompt.tokens, sentence));
  const readers = Object.entries(probes).map(
    ([name, ready]) => [name as ProbeName, createReader(ready, prompt, spans)] as const,
  );
  return {
    layers: [...new Set(readers.flatMap(([, { layers }]) => layers))].sort((a, b) => a - b),
    async add(block) {
      for (const [, reader] of readers) await reader.add(block);
    },
    async finish() {
      const readings: ProbeReadings = { instruction: null, data: null };
      for (const [name, reader] of readers) readings[name] = await reader.finish();
      return readings;
    },
    candidates: spans.map((span, sentence) => {
      const name = probeOfTrust[trusts[sentence]!];
      return name && probes[name] ? span : null;
    }),
    warned: (readings) => warnedSentences(readings, trusts),
  };
}

type Spans = readonly (TokenSpan | null)[];

function createReader(
  ready: ReadyProbe,
  prompt: ProbedPrompt,
  spans: Spans,
): { layers: number[]; add(block: TappedBlock): Promise<void>; finish(): Promise<ProbeReading> } {
  const { probe } = ready;
  // Layers count from 1 in a probe's file: it names the state after so many of them.
  const layers = probe.layers.map((after) => after - 1);
  const pool = probe.score === 'sentence-mean' ? bySentence(ready, spans) : byToken(ready, prompt, spans);
  /** The states of one chunk, `[queries, layers × input]`, and how many layers are still missing. */
  let rows: Float32Array | undefined;
  let missing = 0;
  return {
    layers,
    async add({ layer, firstQuery, dims, values }) {
      const at = layers.indexOf(layer);
      if (at < 0) return;
      const [, queries = 0, width = 0] = dims;
      if (width !== probe.input)
        throw new AttnscopeError('internal', 'States are not as wide as the probe wants.');
      if (!rows) {
        rows = new Float32Array(queries * layers.length * width);
        missing = layers.length;
      }
      for (let query = 0; query < queries; query++)
        rows.set(values.subarray(query * width, (query + 1) * width), (query * layers.length + at) * width);
      missing -= 1;
      if (missing > 0) return;
      await pool.add(firstQuery, rows);
      rows = undefined;
    },
    async finish() {
      const tokens = tokensOf(prompt, 'untrusted');
      return { scores: await pool.finish(), ...limitFor(probe, tokens) };
    },
  };
}

/** Scores the mean state of each sentence. */
function bySentence({ probe, head }: ReadyProbe, spans: Spans) {
  const means = spanMeans(spans, probe.standardize.mean.length);
  return {
    add: (first: number, rows: Float32Array) => Promise.resolve(means.add(first, rows)),
    async finish() {
      const { means: states, counts } = means.finish();
      const scores = await head(states);
      return counts.map((count, sentence) => (count > 0 ? scores[sentence]! : null));
    },
  };
}

/** Scores each token, and of each sentence its best 8 neighbours. */
function byToken({ head }: ReadyProbe, { tokens, segments }: ProbedPrompt, spans: Spans) {
  const scores = new Float32Array(tokens.length);
  return {
    async add(first: number, rows: Float32Array) {
      scores.set(await head(rows), first);
    },
    finish() {
      const ranges = segments.flatMap((_, segment) => {
        const isOwn = (token: Token) => token.segment === segment;
        const first = tokens.findIndex(isOwn);
        return first < 0 ? [] : [{ first, end: tokens.findLastIndex(isOwn) + 1 }];
      });
      return Promise.resolve(bestWindows(scores, ranges, spans));
    },
  };
}

/** How many tokens stand in segments of this trust. */
function tokensOf({ tokens, segments }: ProbedPrompt, trust: Segment['trust']): number {
  return tokens.filter(({ segment }) => segment !== null && segments[segment]?.trust === trust).length;
}
