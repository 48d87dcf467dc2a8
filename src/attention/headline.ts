import { type AnalysisResult } from '../protocol/analysis';
import { type SpanAttention } from '../protocol/attention';

/** What the one-sentence answer is about: the first of these that the result has. */
export type Headline =
  /** The finding that gets most of the last token's attention. */
  | { kind: 'finding'; finding: number; segment: number | null; tokens: number; span: SpanAttention }
  /** The segment that gets most of it; `layer` is where it gets most. */
  | { kind: 'segment'; segment: number; tokens: number; share: number; layer: number }
  /** A prompt of one piece: half of what is not on the sink comes from that many tokens. */
  | { kind: 'spread'; sinkShare: number; halfFrom: number };

/** Chooses what the one-sentence answer says. Shares are raw: the sink is in them. */
export function headline(result: AnalysisResult): Headline {
  return ofFindings(result) ?? ofSegments(result) ?? ofTokens(result);
}

/** `[key]`: what the last token attends to, mean over heads and layers. */
export function lastTokenMean({ attention, tokens }: AnalysisResult): number[] {
  const mean = new Array<number>(tokens.length).fill(0);
  for (const row of attention.reading.perLayer) {
    for (const [key, weight] of row.entries()) mean[key]! += weight / attention.reading.perLayer.length;
  }
  return mean;
}

function ofFindings({ findings, attention, tokens }: AnalysisResult): Headline | null {
  let best: Headline | null = null;
  let most = -1;
  for (const [finding, span] of attention.spans.entries()) {
    if (!span || findings[finding]?.suppressed || span.reading.share.raw <= most) continue;
    most = span.reading.share.raw;
    const { first, end } = span.tokens;
    best = { kind: 'finding', finding, segment: tokens[first]?.segment ?? null, tokens: end - first, span };
  }
  return best;
}

function ofSegments({ segments, tokens, attention }: AnalysisResult): Headline | null {
  if (segments.length < 2) return null;
  // [layer][segment]
  const mass = attention.reading.perLayer.map((row) => {
    const sums = new Array<number>(segments.length).fill(0);
    for (const [key, weight] of row.entries()) {
      const segment = tokens[key]?.segment;
      if (segment !== null && segment !== undefined) sums[segment]! += weight;
    }
    return sums;
  });
  const shares = segments.map(
    (_, segment) => mass.reduce((sum, row) => sum + row[segment]!, 0) / mass.length,
  );
  const segment = shares.indexOf(Math.max(...shares));
  const perLayer = mass.map((row) => row[segment]!);
  const count = tokens.filter((token) => token.segment === segment).length;
  if (count === 0) return null;
  const layer = perLayer.indexOf(Math.max(...perLayer));
  return { kind: 'segment', segment, tokens: count, share: shares[segment]!, layer };
}

function ofTokens(result: AnalysisResult): Headline {
  const mean = lastTokenMean(result);
  const sinkShare = mean[result.attention.sink ?? -1] ?? 0;
  const rest = mean.filter((_, key) => key !== result.attention.sink).sort((a, b) => b - a);
  const half = rest.reduce((sum, weight) => sum + weight, 0) / 2;
  let sum = 0;
  let halfFrom = 0;
  while (halfFrom < rest.length && sum < half) sum += rest[halfFrom++]!;
  return { kind: 'spread', sinkShare, halfFrom };
}
