import type { ProbeName, ProbeReadings } from '../protocol/requests/probes';
import type { SourceRange, Trust } from '../protocol/prompt';
import type { Probe } from './probeFile';

/** Most tokens of data that the threshold of a window is for; it was set on windows as long as that. */
const WINDOW_TOKENS = 160;

/** Which probe may warn of text of this trust: none of a chat's user, whose messages neither was calibrated on. */
export const probeOfTrust: Readonly<Record<Trust, ProbeName | null>> = {
  author: 'instruction',
  user: null,
  untrusted: 'data',
};

/** The threshold for a text of so many tokens and its share of false alarms; `null` where the probe has none for it. */
export function limitFor(
  { threshold, falseAlarms, score }: Probe,
  tokens: number,
): { threshold: number | null; falseAlarms: number | null } {
  const kind = score === 'sentence-mean' ? 'file' : tokens <= WINDOW_TOKENS ? 'window' : 'document';
  return { threshold: threshold[kind] ?? null, falseAlarms: falseAlarms[kind] ?? null };
}

/**
 * Sentences that a probe warns of, ascending: those whose score in the probe for text of their trust reaches its
 * threshold. `trusts`: `[sentences]`.
 */
export function warnedSentences(readings: ProbeReadings, trusts: readonly Trust[]): number[] {
  return trusts.flatMap((trust, sentence) => {
    const name = probeOfTrust[trust];
    const reading = name && readings[name];
    const score = reading?.scores[sentence] ?? null;
    return score !== null && reading && reading.threshold !== null && score >= reading.threshold
      ? [sentence]
      : [];
  });
}

/**
 * Spans and warned sentences in the order of the text: a span by its index, a sentence by the number of spans plus its
 * own.
 */
export function markedPlaces(
  spans: readonly SourceRange[],
  sentences: readonly SourceRange[],
  warned: readonly number[],
): number[] {
  const places = [...spans, ...sentences];
  return [...spans.keys(), ...warned.map((sentence) => spans.length + sentence)].sort((one, other) => {
    const [a, b] = [places[one]!, places[other]!];
    return a.start - b.start || a.end - b.end || one - other;
  });
}
