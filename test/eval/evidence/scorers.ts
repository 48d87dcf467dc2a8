import path from 'node:path';
import { HIDDEN } from '../../../scripts/probes/stateModel';
import { randomFrom } from '../../../src/statistics/random';
import { createProbeStore } from '../../../src/inference/worker/probes/probeStore';
import { createProbeReader } from '../../../src/inference/worker/probes/readProbes';
import type { SourceRange } from '../../../src/protocol/prompt';
import type { EvalSet, EvalText } from './evalText';
import { openStateCache, type StateCache } from './stateCache';

/** Scores of a text's sentences; `null` for a sentence that was not read. A text's score is the highest. */
export type Scorer = (text: EvalText, sentences: readonly SourceRange[]) => Promise<(number | null)[]>;

export const shippedProbes = path.resolve(import.meta.dirname, '../../../media/probes');

/** By layers: sets share them. */
const caches = new Map<string, Promise<StateCache>>();

/** A probe as the product runs it, on cached states, and its threshold; `null` where it is not there. */
export async function probeScorer(
  { probe: name, tokens: limit }: EvalSet,
  folder: string,
  sha256: string,
  threads: number,
): Promise<{ score: Scorer; threshold: Readonly<Record<string, number | undefined>> } | null> {
  const probes = await createProbeStore(folder, null, threads)(sha256, [name]);
  const ready = probes[name];
  if (!ready) return null;
  const { layers, threshold } = ready.probe;
  const key = layers.join();
  const opened = caches.get(key) ?? openStateCache(layers, threads);
  caches.set(key, opened);
  const cache = await opened;
  return {
    threshold,
    async score({ text, as }, sentences) {
      const { prompt, tokens, states } = await cache.read(text, as, limit);
      const trust = name === 'data' ? ('untrusted' as const) : ('author' as const);
      const segments = prompt.segments.map((segment) => ({ ...segment, trust }));
      const placed = sentences.map(({ start, end }) => ({
        start,
        end,
        segment: Math.max(
          0,
          segments.findIndex((segment) => segment.start <= start && start < segment.end),
        ),
      }));
      const reader = createProbeReader(probes, { tokens, segments, sentences: placed })!;
      for (const [at, after] of layers.entries())
        await reader.add({
          kind: 'state',
          layer: after - 1,
          firstQuery: 0,
          dims: [1, tokens.length, HIDDEN],
          values: ofLayer(states, at, layers.length),
        });
      return (await reader.finish())[name]!.scores;
    },
  };
}

/** `[token, layer, hidden]` to `[token, hidden]` of one layer. */
function ofLayer(states: Float32Array, layer: number, layers: number): Float32Array {
  const tokens = states.length / (layers * HIDDEN);
  const of = new Float32Array(tokens * HIDDEN);
  for (let token = 0; token < tokens; token++) {
    const from = (token * layers + layer) * HIDDEN;
    of.set(states.subarray(from, from + HIDDEN), token * HIDDEN);
  }
  return of;
}

/** Longer is higher. */
export const longestSentence: Scorer = (_, sentences) =>
  Promise.resolve(sentences.map(({ start, end }) => end - start));

/** The length of the whole text, for each of its sentences. */
export const length: Scorer = ({ text }, sentences) => Promise.resolve(sentences.map(() => text.length));

export function chance(): Scorer {
  const random = randomFrom(17);
  return (_, sentences) => Promise.resolve(sentences.map(() => random()));
}

export const bySentence =
  (score: (sentence: string) => number): Scorer =>
  ({ text }, sentences) =>
    Promise.resolve(sentences.map(({ start, end }) => score(text.slice(start, end))));
