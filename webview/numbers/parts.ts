import { type Token } from '../../src/protocol/attention';
import { type ShownAnalysis } from '../../src/protocol/shown';
import { type Band } from '../charts/parts/bands';
import { type L10n } from '../text/l10n';
import { segmentName } from '../text/names';
import { strings } from '../text/strings';

/** A part of the prompt that attention is summed over; `unmapped` is text of the prompt that the template changed. */
export interface Part {
  kind: 'segment' | 'finding' | 'template' | 'unmapped' | 'sink';
  /** Of the segment or finding; 0 for the others. */
  index: number;
  label: string;
  /** Token numbers. */
  tokens: readonly number[];
  /** Of a finding. */
  fingerprint?: string;
}

/** What a token belongs to: a segment by its number, the template, or text whose place is not known. */
export function groupOf({ segment, origin }: Token): number | 'template' | 'unmapped' {
  return segment ?? (origin === 'unmapped' ? 'unmapped' : 'template');
}

/** The parts of a prompt: first the first token, then segments and template without it, then findings. */
export function partsOf(shown: ShownAnalysis, l10n: L10n): Part[] {
  const { tokens, segments, attention, findings } = shown.result;
  const parts: Part[] = [];
  if (attention.sink !== null)
    parts.push({ kind: 'sink', index: 0, label: l10n.t(strings.firstToken), tokens: [attention.sink] });
  const byGroup = new Map<ReturnType<typeof groupOf>, number[]>();
  for (const [index, token] of tokens.entries()) {
    if (index === attention.sink) continue;
    const group = byGroup.get(groupOf(token)) ?? [];
    group.push(index);
    byGroup.set(groupOf(token), group);
  }
  const names = numbered(segments.map((segment) => segmentName(l10n, segment)));
  for (const index of segments.keys()) {
    const own = byGroup.get(index);
    if (own) parts.push({ kind: 'segment', index, label: names[index]!, tokens: own });
  }
  for (const kind of ['template', 'unmapped'] as const) {
    const own = byGroup.get(kind);
    if (own) parts.push({ kind, index: 0, label: l10n.t(strings[kind]), tokens: own });
  }
  for (const [index, { fingerprint }] of findings.entries()) {
    const span = attention.spans[index];
    if (!span) continue;
    const { first, end } = span.tokens;
    const own = Array.from({ length: end - first }, (_, i) => first + i);
    const label = l10n.t(strings.finding, { n: index + 1 });
    parts.push({ kind: 'finding', index, label, tokens: own, fingerprint });
  }
  return parts;
}

/**
 * Whether all but the first token is one segment. Without that token all attention is on it, in every
 * layer and head, which says nothing.
 */
export function isOneSegment(parts: readonly Part[]): boolean {
  return parts.filter(({ kind }) => kind !== 'finding' && kind !== 'sink').length === 1;
}

/** Segments and findings as they are marked beside the map, in cells of `pool` tokens. */
export function bandsOf(shown: ShownAnalysis, l10n: L10n, pool: number): Band[] {
  const { tokens, segments, attention } = shown.result;
  const bands: Band[] = [];
  if (segments.length > 1) {
    const names = numbered(segments.map((segment) => segmentName(l10n, segment)));
    for (const index of segments.keys()) {
      const first = tokens.findIndex((token) => token.segment === index);
      if (first < 0) continue;
      const last = tokens.findLastIndex((token) => token.segment === index);
      bands.push({
        kind: 'segment',
        first: first / pool,
        end: (last + 1) / pool,
        label: names[index]!,
        series: index,
      });
    }
  }
  for (const [index, span] of attention.spans.entries()) {
    if (!span) continue;
    bands.push({
      kind: 'finding',
      first: span.tokens.first / pool,
      end: span.tokens.end / pool,
      label: String(index + 1),
    });
  }
  return bands;
}

/** Names with a number where one comes more than once. */
function numbered(names: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return names.map((name) => {
    if (names.indexOf(name) === names.lastIndexOf(name)) return name;
    const n = (seen.get(name) ?? 0) + 1;
    seen.set(name, n);
    return `${name} ${n}`;
  });
}
