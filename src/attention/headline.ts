import type { AnalysisResult } from '../protocol/analysis';
import type { SpanAttention, Treated } from '../protocol/attention';
import { meanOfLayers, partsOf, sharesPerLayer } from './parts';

/** What the one-sentence answer is about: the first of these that the result has. */
export type Headline =
  /** The finding that gets most of what is attended to from the reading position. */
  | { kind: 'finding'; finding: number; segment: number | null; tokens: number; span: SpanAttention }
  /** The segment that gets most of it; `layer` is where it gets most. */
  | { kind: 'segment'; segment: number; tokens: number; share: number; layer: number }
  /** A prompt of one piece: half of what is not on the sink (0 without one) comes from that many tokens. */
  | { kind: 'spread'; sinkShare: number; halfFrom: number };

/** Chooses what the one-sentence answer says; shares are in the treatment that the charts have. */
export function headline(
  result: AnalysisResult,
  treatment: keyof Treated<unknown> = 'withoutSink',
): Headline {
  return ofFindings(result, treatment) ?? ofSegments(result, treatment) ?? ofTokens(result);
}

function ofFindings(
  { findings, attention, tokens }: AnalysisResult,
  treatment: keyof Treated<unknown>,
): Headline | null {
  let best: Headline | null = null;
  let most = -1;
  for (const [finding, span] of attention.spans.entries()) {
    if (!span || findings[finding]?.suppressed || span.reading.share[treatment] <= most) continue;
    most = span.reading.share[treatment];
    const { first, end } = span.tokens;
    best = { kind: 'finding', finding, segment: tokens[first]?.segment ?? null, tokens: end - first, span };
  }
  return best;
}

function ofSegments(result: AnalysisResult, treatment: keyof Treated<unknown>): Headline | null {
  if (result.segments.length < 2) return null;
  let best: Headline | null = null;
  let most = -1;
  for (const { kind, index, tokens } of partsOf(result)) {
    if (kind !== 'segment') continue;
    const perLayer = sharesPerLayer(result.attention, tokens)[treatment];
    const share = meanOfLayers(perLayer);
    if (share <= most) continue;
    most = share;
    const layer = perLayer.indexOf(Math.max(...perLayer));
    best = { kind: 'segment', segment: index, tokens: tokens.length, share, layer };
  }
  return best;
}

function ofTokens({ tokens, attention }: AnalysisResult): Headline {
  const { reading, sink } = attention;
  const meanOn = (token: number) => meanOfLayers(reading.perLayer.map((row) => row[token] ?? 0));
  const rest = [...tokens.keys()]
    .filter((token) => token !== sink)
    .map(meanOn)
    .sort((a, b) => b - a);
  const half = rest.reduce((sum, weight) => sum + weight, 0) / 2;
  let sum = 0;
  let halfFrom = 0;
  while (halfFrom < rest.length && sum < half) sum += rest[halfFrom++]!;
  return { kind: 'spread', sinkShare: sink === null ? 0 : meanOn(sink), halfFrom };
}
