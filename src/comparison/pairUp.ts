/** Something that takes up tokens of a prompt. */
interface Placed {
  tokens: readonly number[];
}

interface Ways<T> {
  /** `[token before]`: its partner in the prompt after, or −1. */
  partner: Int32Array;
  /** Whether two may be the same thing. */
  belong: (before: T, after: T) => boolean;
  /** Pairs those that have no token in common too, in their order. */
  alsoWithout?: boolean;
}

/**
 * Tells which things of two prompts are the same: those with most tokens in common first, each once. What has no partner
 * stands alone. In the order of the prompt after, what is only in the one before at its end.
 */
export function pairUp<T extends Placed>(
  before: readonly T[],
  after: readonly T[],
  { partner, belong, alsoWithout = false }: Ways<T>,
): [T | null, T | null][] {
  const owners = new Map<number, number[]>();
  for (const [index, { tokens }] of after.entries())
    for (const token of tokens) owners.set(token, [...(owners.get(token) ?? []), index]);
  const candidates = before.flatMap((one, from) => {
    const shared = new Map<number, number>();
    for (const token of one.tokens)
      for (const to of owners.get(partner[token] ?? -1) ?? []) shared.set(to, (shared.get(to) ?? 0) + 1);
    return [...shared].flatMap(([to, count]) => (belong(one, after[to]!) ? [{ from, to, count }] : []));
  });
  // Partners keep their order, so ties are met in the same one from either side.
  candidates.sort((one, other) => other.count - one.count || one.from - other.from || one.to - other.to);
  const fromOf = new Map<number, number>();
  const taken = new Set<number>();
  const take = (from: number, to: number) => {
    if (taken.has(from) || fromOf.has(to)) return;
    taken.add(from);
    fromOf.set(to, from);
  };
  for (const { from, to } of candidates) take(from, to);
  if (alsoWithout)
    for (const [from, one] of before.entries())
      for (const [to, other] of after.entries()) if (belong(one, other)) take(from, to);
  return [
    ...after.map((other, to): [T | null, T] => [before[fromOf.get(to) ?? -1] ?? null, other]),
    ...before.flatMap((one, from): [T, null][] => (taken.has(from) ? [] : [[one, null]])),
  ];
}
