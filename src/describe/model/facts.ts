import { plainText } from '../../protocol/plainText';
import { sentence } from '../../protocol/sentence';
import type { Value } from '../phrase';

/** A thing that is told of, and what is told. A plain string is the same in every language. */
export interface Fact {
  name: Value;
  told: Value;
}

/** Longest name out of a file, in UTF-16 code units. */
const LONGEST = 120;

/** How many names are told one by one. */
const MOST_NAMES = 8;

/** Names out of a file, the long tail counted. */
export function names(all: readonly string[]): Value {
  const shown = all.slice(0, MOST_NAMES).map((name) => plain(name, 'end'));
  const n = all.length - shown.length;
  return { list: n > 0 ? [...shown, sentence('{n} more', { n })] : shown };
}

/** Words out of a file, safe in a line; `keep` says which end of long ones stays. */
export const plain = (text: string, keep?: 'start' | 'end'): string => plainText(text, LONGEST, keep);
