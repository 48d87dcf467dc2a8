/** A stream of random numbers in [0, 1) that the seed alone decides (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

export type Random = () => number;

export function pick<T>(random: Random, list: readonly T[]): T {
  return list[Math.floor(random() * list.length)]!;
}

/** Fills each `{slot}` of a pattern with one of its words, slots in those words too. */
export function fill(
  random: Random,
  pattern: string,
  slots: Readonly<Record<string, readonly string[]>>,
): string {
  return pattern.replace(/\{(\w+)\}/g, (_, slot: string) =>
    fill(random, pick(random, slots[slot] ?? [slot]), slots),
  );
}

export function shuffled<T>(random: Random, list: readonly T[]): T[] {
  const copy = [...list];
  for (let i = copy.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [copy[i], copy[j]] = [copy[j]!, copy[i]!];
  }
  return copy;
}
