import type { AnalysisResult } from '../protocol/analysis';
import type { Token, Treated } from '../protocol/attention';
import { shareOf } from './withoutSink';

/** A part of the prompt that attention is summed over; `unmapped` is text of the prompt that the template changed. */
export interface Part {
  kind: 'segment' | 'finding' | 'template' | 'unmapped' | 'sink';
  /** Of the segment or finding; 0 for the others. */
  index: number;
  /** Of a finding. */
  fingerprint?: string;
  /** Token numbers. */
  tokens: readonly number[];
}

/** What a token belongs to: a segment by its number, the template, or text whose place is not known. */
export function groupOf({ segment, origin }: Token): number | 'template' | 'unmapped' {
  return segment ?? (origin === 'unmapped' ? 'unmapped' : 'template');
}

/**
 * The parts of a prompt: first the sink, then segments and template without it, which together hold all tokens, then
 * findings, which keep it.
 */
export function partsOf({ tokens, segments, findings, attention }: AnalysisResult): Part[] {
  const { sink } = attention;
  const byGroup = new Map<ReturnType<typeof groupOf>, number[]>();
  for (const [index, token] of tokens.entries()) {
    if (index === sink) continue;
    const group = byGroup.get(groupOf(token)) ?? [];
    group.push(index);
    byGroup.set(groupOf(token), group);
  }
  const parts: Part[] = sink === null ? [] : [{ kind: 'sink', index: 0, tokens: [sink] }];
  for (const index of segments.keys()) {
    const own = byGroup.get(index);
    if (own) parts.push({ kind: 'segment', index, tokens: own });
  }
  for (const kind of ['template', 'unmapped'] as const) {
    const own = byGroup.get(kind);
    if (own) parts.push({ kind, index: 0, tokens: own });
  }
  for (const [index, { fingerprint }] of findings.entries()) {
    const span = attention.spans[index];
    if (!span) continue;
    const { first, end } = span.tokens;
    const own = Array.from({ length: end - first }, (_, i) => first + i);
    parts.push({ kind: 'finding', index, fingerprint, tokens: own });
  }
  return parts;
}

/**
 * Whether all but the sink is one segment. Without the sink all attention is on that segment, in every layer and head,
 * which says nothing.
 */
export function isOneSegment(parts: readonly Part[]): boolean {
  return parts.filter(({ kind }) => kind !== 'finding' && kind !== 'sink').length === 1;
}

/** `[layer]`: share of what is attended to from the reading position that lands on some tokens. */
export function sharesPerLayer(
  { reading, sink }: AnalysisResult['attention'],
  tokens: readonly number[],
): Treated<number[]> {
  return {
    raw: reading.perLayer.map((row) => shareOf(row, tokens, null)),
    withoutSink: reading.perLayer.map((row) => shareOf(row, tokens, sink)),
  };
}

/** Mean of figures `[layer]`. */
export function meanOfLayers(perLayer: readonly number[]): number {
  return perLayer.reduce((sum, figure) => sum + figure, 0) / Math.max(1, perLayer.length);
}
