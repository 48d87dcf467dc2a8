import path from 'node:path';
import { randomFrom } from '../../../src/statistics/random';
import { bundledHash, openStateModel } from '../../../scripts/probes/stateModel';
import { createProbeStore } from '../../../src/inference/worker/probes/probeStore';
import { createProbeReader } from '../../../src/inference/worker/probes/readProbes';
import type { SourceRange } from '../../../src/protocol/prompt';
import type { ProbeName } from '../../../src/protocol/requests/probes';
import type { EvalText } from './evalText';

/** Scores of a text's sentences; `null` for a sentence that was not read. A text's score is the highest. */
export type Scorer = (text: EvalText, sentences: readonly SourceRange[]) => Promise<(number | null)[]>;

const folder = path.resolve(import.meta.dirname, '../../../media/probes');
const LIMIT = 3_000;

/** A probe as the product runs it, and its threshold; `null` where it is not there. */
export async function probeScorer(
  name: ProbeName,
  threads: number,
): Promise<{ score: Scorer; threshold: Readonly<Record<string, number | undefined>> } | null> {
  const probes = await createProbeStore(folder, null, threads)(await bundledHash(), [name]);
  const ready = probes[name];
  if (!ready) return null;
  const model = await openStateModel(ready.probe.layers, threads);
  return {
    threshold: ready.probe.threshold,
    async score({ text, as }, sentences) {
      const { prompt, tokens } = await model.encode(text, as, LIMIT);
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
      const reader = createProbeReader(probes, { tokens, segments, sentences: placed });
      await model.run(tokens, (block) => reader!.add(block));
      return (await reader!.finish())[name]!.scores;
    },
  };
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
