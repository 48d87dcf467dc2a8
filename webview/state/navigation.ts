import { HeadChoice } from '../../src/protocol/borders/inference';
import { z } from '../../src/protocol/schema';
import type { ShownAnalysis } from '../../src/protocol/borders/shown';

const index = z.int().check(z.nonnegative());

/** Where a place of the page is scrolled to: CSS px below the top of a section; of the page where there is none. */
export const ScrollPlace = z.object({
  section: z.nullable(z.string()),
  offset: z.number().check(z.nonnegative()),
});
export type ScrollPlace = z.infer<typeof ScrollPlace>;

/** The same for places of the page, by their ids. */
export const Scrolled = z.record(z.string(), ScrollPlace);
export type Scrolled = z.infer<typeof Scrolled>;

/** Where the person is in one analysis and how they arranged it: all that a page keeps while it is hidden. */
export const Navigation = z.object({
  version: z.literal(3),
  /** The analysis these places belong to. */
  analysis: z.string(),
  /** The open place of the page, by its id. */
  place: z.string(),
  layer: index,
  head: HeadChoice,
  /** The locked token, or that which the prompt is read from. */
  token: index,
  /** Fingerprint of the chosen finding, which the charts of heads measure. */
  finding: z.nullable(z.string()),
  /** What the token strip shows: the mean over all layers, or the chosen layer and head. */
  scope: z.enum(['all-layers', 'one-map']),
  scale: z.enum(['linear', 'log']),
  sink: z.enum(['hidden', 'shown']),
  /** The part of the map that is in view, in tokens; `null`: the whole map. */
  window: z.nullable(
    z.object({ firstRow: z.number(), endRow: z.number(), firstColumn: z.number(), endColumn: z.number() }),
  ),
  scroll: Scrolled,
});
export type Navigation = z.infer<typeof Navigation>;

/** Analyses whose places are kept: as many as the extension keeps results. */
const MOST = 8;

/** What was kept, the newest first; nothing where it is none of ours. */
export function keptNavigations(saved: unknown): Navigation[] {
  const kept = z.array(Navigation).safeParse(saved);
  return kept.success ? kept.data : [];
}

/** The same with the place in one analysis as it is now. */
export function withNavigation(kept: readonly Navigation[], now: Navigation): Navigation[] {
  return [now, ...kept.filter(({ analysis }) => analysis !== now.analysis)].slice(0, MOST);
}

/** The place in an analysis as one in that of its edited text: what belongs to tokens is not taken along. */
export function inEdited(navigation: Navigation, { result }: ShownAnalysis): Navigation {
  const { findings, tokens, attention } = result;
  const { finding } = navigation;
  return {
    ...navigation,
    token: attention.reading.token ?? tokens.length - 1,
    finding: findings.some(({ fingerprint }) => fingerprint === finding) ? finding : null,
    window: null,
  };
}
