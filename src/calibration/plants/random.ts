import type { Random } from '../../statistics/random';

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
