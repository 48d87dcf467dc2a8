import { detect } from '../detection/detect';
import { spoken } from '../prompts/speakers';
import { verbatim } from '../prompts/writtenText';
import type { Suppressing } from '../protocol/finding';
import { plainText } from '../protocol/plainText';

/** Longest reason that is told, UTF-16 code units. */
const LONGEST_REASON = 160;

/**
 * A reason as reports may repeat it: other programs read them, and whoever writes into the file wrote it. One in which
 * the rules find anything is not repeated.
 */
export function toldReason(reason: string): Pick<Suppressing, 'reason'> {
  const told = plainText(reason.replace(/\s+/g, ' ').trim(), LONGEST_REASON);
  return isHarmless(reason) ? { reason: told } : {};
}

/** Whether the rules find nothing in a text that is not to be trusted. */
export function isHarmless(text: string): boolean {
  return detect(text, { segments: [spoken('data', verbatim(text, 0, text.length))] }).length === 0;
}
