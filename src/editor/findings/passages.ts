import { LONE_HIDDEN } from '../../detection/rules/rule';
import type { Finding } from '../../protocol/finding';

/** A finding that stands in no other one, and what is meant in it, itself included. */
export interface Passage<T> {
  outer: T;
  all: T[];
}

/**
 * What is meant, by the findings that stand in no other one: of each, the same can be looked at and left out. The panel
 * lists only what rules find, so no characters that nobody sees.
 */
export function passagesOf<T extends { finding: Finding }>(meant: readonly T[]): Passage<T>[] {
  const listed = meant.filter(({ finding }) => finding.rule !== LONE_HIDDEN);
  const isIn = (one: T, other: T) =>
    other.finding.start <= one.finding.start && one.finding.end <= other.finding.end;
  const outer = listed.filter(
    (one, at) => !listed.some((other, i) => i !== at && isIn(one, other) && (!isIn(other, one) || i < at)),
  );
  return outer.map((one) => ({ outer: one, all: listed.filter((other) => isIn(other, one)) }));
}
