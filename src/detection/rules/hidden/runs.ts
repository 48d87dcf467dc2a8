import type { Hit } from '../../hit';
import { matchesOf, mergeHits } from '../hits';

/** Longest run that is matched at once: one of millions would overflow the stack of the expression. */
const AT_ONCE = 1_000;

/** A global expression for runs of some characters, long ones in pieces that touch. */
export function runsOf(characters: string): RegExp {
  return new RegExp(`[${characters}]{1,${AT_ONCE}}`, 'gu');
}

/** Runs of at least so many characters. */
export function longRuns(written: string, runs: RegExp, least: number): Hit[] {
  return mergeHits(matchesOf(written, runs)).filter(
    ({ start, end }) =>
      end - start >= least && Array.from(written.slice(start, start + 2 * least)).length >= least,
  );
}
