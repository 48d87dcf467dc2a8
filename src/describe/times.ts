import { sentence, type Sentence } from '../protocol/sentence';

/** How often the usual something is, in words, from twice on; `[0]` is twice. */
const MULTIPLES: readonly Sentence[] = [
  sentence('twice'),
  sentence('three times'),
  sentence('four times'),
  sentence('five times'),
  sentence('six times'),
  sentence('seven times'),
  sentence('eight times'),
  sentence('nine times'),
  sentence('ten times'),
];

/** Which part of the usual it is, from a half on; `[0]` is a half. */
const PARTS: readonly Sentence[] = [
  sentence('half of'),
  sentence('a third of'),
  sentence('a quarter of'),
  sentence('a fifth of'),
  sentence('a sixth of'),
  sentence('a seventh of'),
  sentence('an eighth of'),
  sentence('a ninth of'),
  sentence('a tenth of'),
];

/** What is less far from 1 than this, up or down, is about as much; up to the next, somewhat more or less. */
const ABOUT_AS_MUCH = 1.5;
const SOMEWHAT = 1.75;

/** A ratio in words, to be followed by what it is of: `three times`, `half of`; `null` where it is about as much. */
export function timesInWords(ratio: number): Sentence | null {
  if (ratio > 1 / ABOUT_AS_MUCH && ratio < ABOUT_AS_MUCH) return null;
  if (ratio > 1) {
    if (ratio < SOMEWHAT) return sentence('somewhat more than');
    return MULTIPLES[Math.round(ratio) - 2] ?? sentence('more than ten times');
  }
  if (ratio > 1 / SOMEWHAT) return sentence('somewhat less than');
  return PARTS[Math.round(1 / ratio) - 2] ?? sentence('less than a tenth of');
}
