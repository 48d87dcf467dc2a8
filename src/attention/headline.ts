import type { AnalysisResult } from '../protocol/analysis';
import type { SpanAttention, TokenSpan, Treated } from '../protocol/attention';
import { meanOfLayers, partsOf, sharesPerLayer } from './parts';
import { meanReading, REMARKABLE, type Standing, standingOf } from './standing';

/** A passage or part that the answer may be about. */
interface Subject {
  tokens: number;
  /** Its part of what is read, mean over layers, in the treatment asked for. */
  share: number;
  /** Where it gets most, mean of heads. */
  layer: number;
  /** Its token that gets most, and that token's part of its share. */
  strongest: { token: number; part: number };
}

/** The answer about a finding; `standing`: `null` where there are too few passages like it to tell. */
interface FindingHeadline extends Subject {
  kind: 'finding';
  finding: number;
  /** Of its first token; `null` for text of the template. */
  segment: number | null;
  span: SpanAttention;
  standing: Standing | null;
}

/** The answer about a segment of several. */
interface SegmentHeadline extends Subject {
  kind: 'segment';
  segment: number;
  /** A segment that is no shorter and no farther from the reader, and yet gets so many times less; at least twice. */
  beyond: { segment: number; ratio: number } | null;
}

/** What the one-sentence answer is about: the first of these that the result has. */
export type Headline =
  /** The most remarkable finding; where none is, the one that gets most. */
  | FindingHeadline
  /** The segment that gets most beyond another; where none does, the one that gets most. */
  | SegmentHeadline
  /** A prompt of one piece: `halfFrom` of its `tokens` (the sink aside) hold half of what is read of it. */
  | { kind: 'spread'; tokens: number; halfFrom: number };

type Treatment = keyof Treated<unknown>;

/** Chooses what the one-sentence answer says; its figures are in the treatment that the charts have. */
export function headline(result: AnalysisResult, treatment: Treatment = 'withoutSink'): Headline {
  const { reading, sink } = result.attention;
  const row = meanReading(reading.perLayer, treatment === 'raw' ? null : sink);
  return ofFindings(result, row, treatment) ?? ofSegments(result, row, treatment) ?? spread(result, row);
}

/** What gets remarkably much, the more the better; else what gets remarkably little; else what gets most. */
function ofFindings(result: AnalysisResult, row: Float64Array, treatment: Treatment): Headline | null {
  const { findings, attention, tokens } = result;
  const candidates = attention.spans.flatMap((span, finding): FindingHeadline[] => {
    if (!span || findings[finding]?.suppressed) return [];
    const own = numbersOf(span.tokens);
    if (isBlank(result, own)) return [];
    const segment = tokens[span.tokens.first]?.segment ?? null;
    const standing = standingOf(result, span.tokens, row, treatment);
    const subject = subjectOf(row, own, span.reading.perLayer[treatment]);
    return [{ kind: 'finding', finding, segment, span, standing, ...subject }];
  });
  const of = (verdict: Standing['verdict']) =>
    candidates.filter(({ standing }) => standing?.verdict === verdict);
  const more = of('more').sort((a, b) => b.standing!.ratio - a.standing!.ratio);
  const less = of('less').sort((a, b) => a.standing!.ratio - b.standing!.ratio);
  return more[0] ?? less[0] ?? largest(candidates);
}

function ofSegments(result: AnalysisResult, row: Float64Array, treatment: Treatment): Headline | null {
  if (result.segments.length < 2) return null;
  const parts = partsOf(result).filter(({ kind, tokens }) => kind === 'segment' && !isBlank(result, tokens));
  const candidates = parts.map(({ index, tokens }): SegmentHeadline => {
    const perLayer = sharesPerLayer(result.attention, tokens)[treatment];
    return { kind: 'segment', segment: index, beyond: null, ...subjectOf(row, tokens, perLayer) };
  });
  const distances = parts.map(({ tokens }) => distanceTo(tokens, result.attention.reading.token));
  const total = (of: (part: SegmentHeadline) => number) =>
    candidates.reduce((sum, part) => sum + of(part), 0);
  const average = total(({ share }) => share) / total(({ tokens }) => tokens);
  let best: SegmentHeadline | null = null;
  for (const [at, one] of candidates.entries()) {
    for (const [other, { segment, tokens, share }] of candidates.entries()) {
      const ratio = one.share / share;
      const expectsMore = tokens >= one.tokens && distances[other]! <= distances[at]!;
      if (!expectsMore || !(ratio >= REMARKABLE) || one.share < average * one.tokens) continue;
      if (ratio > (best?.beyond?.ratio ?? 0)) best = { ...one, beyond: { segment, ratio } };
    }
  }
  return best ?? largest(candidates);
}

function subjectOf(row: Float64Array, tokens: readonly number[], perLayer: readonly number[]): Subject {
  const share = meanOfLayers(perLayer);
  const token = tokens.reduce((best, next) => (row[next]! > row[best]! ? next : best));
  return {
    tokens: tokens.length,
    share,
    layer: perLayer.indexOf(Math.max(...perLayer)),
    strongest: { token, part: share > 0 ? row[token]! / share : 0 },
  };
}

function largest<S extends Subject>(candidates: readonly S[]): S | null {
  return candidates.reduce<S | null>((best, next) => (best && best.share >= next.share ? best : next), null);
}

/** Tokens from the one that reads to the nearer end of a part; a mean over all tokens is as near to each. */
function distanceTo(tokens: readonly number[], reader: number | null): number {
  return reader === null ? 0 : Math.min(Math.abs(reader - tokens[0]!), Math.abs(reader - tokens.at(-1)!));
}

/** Half of what is read of the prompt's own text. The sink, which may be a word of it, counts nowhere. */
function spread({ tokens, attention }: AnalysisResult, row: Float64Array): Headline {
  const own = [...tokens.keys()].filter(
    (token) =>
      token !== attention.sink && tokens[token]!.origin !== 'template' && tokens[token]!.origin !== 'special',
  );
  const weights = own.map((token) => row[token]!).sort((a, b) => b - a);
  const half = weights.reduce((sum, weight) => sum + weight, 0) / 2;
  let sum = 0;
  let halfFrom = 0;
  while (halfFrom < weights.length && sum < half) sum += weights[halfFrom++]!;
  return { kind: 'spread', tokens: own.length, halfFrom };
}

/** White space is no passage that anything could be said of. */
function isBlank({ tokens }: AnalysisResult, own: readonly number[]): boolean {
  return own.every((token) => tokens[token]!.text.trim() === '');
}

function numbersOf({ first, end }: TokenSpan): number[] {
  return Array.from({ length: end - first }, (_, at) => first + at);
}
