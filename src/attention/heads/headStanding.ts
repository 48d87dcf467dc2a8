import type { PerHead } from '../../protocol/requests/heads';

/** Where a head stands among all that have a value. */
export interface HeadStanding {
  value: number;
  /** 1 = the largest. Equal values share the better rank. */
  rank: number;
  of: number;
  /** Share of the others that are smaller, 0 to 1; 1 where there are none. */
  above: number;
}

/** `null` where the head has no value. */
export function headStanding(values: PerHead, layer: number, head: number): HeadStanding | null {
  const value = values[layer]?.[head] ?? null;
  if (value === null) return null;
  const all = values.flat().filter((one) => one !== null);
  const larger = all.filter((one) => one > value).length;
  const smaller = all.filter((one) => one < value).length;
  return { value, rank: larger + 1, of: all.length, above: all.length > 1 ? smaller / (all.length - 1) : 1 };
}
