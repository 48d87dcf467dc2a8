import type { HeadProfile } from '../../protocol/requests/heads';

/** What a head is called after what it does anywhere. */
export const HEAD_LABELS = [
  'induction',
  'previousToken',
  'duplicateToken',
  'sink',
  'local',
  'broad',
] as const;
export type HeadLabel = (typeof HEAD_LABELS)[number];

/** Weight on random tokens from which on a head is named after what it reads there; chance gives it about 0.01. */
const NAMED = 0.3;
/** On plain texts: weight on the sink, distance in tokens, entropy. */
const [SINK, LOCAL, BROAD] = [0.8, 3, 0.75];

/** The labels of a head, most heads having none (docs/analyses/heads.md). */
export function labelsOf({ random, texts }: HeadProfile, layer: number, head: number): HeadLabel[] {
  const at = (table: HeadProfile['random'], metric: keyof HeadProfile['random']) =>
    table[metric][layer]?.[head] ?? null;
  const is: Record<HeadLabel, boolean> = {
    induction: (at(random, 'induction') ?? 0) >= NAMED,
    previousToken: (at(random, 'previousToken') ?? 0) >= NAMED,
    duplicateToken: (at(random, 'duplicateToken') ?? 0) >= NAMED,
    sink: (at(texts, 'sink') ?? 0) >= SINK,
    local: (at(texts, 'distance') ?? Infinity) <= LOCAL,
    broad: (at(texts, 'entropy') ?? 0) >= BROAD,
  };
  return HEAD_LABELS.filter((label) => is[label]);
}
