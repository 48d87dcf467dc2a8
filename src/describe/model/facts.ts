import { plainText } from '../../protocol/plainText';
import type { Value } from '../phrase';

/** A thing that is told of, and what is told. A plain string is the same in every language. */
export interface Fact {
  name: Value;
  told: Value;
}

/** Longest name out of a file, in UTF-16 code units. */
const LONGEST = 120;

/** Words out of a file, safe in a line; `keep` says which end of long ones stays. */
export const plain = (text: string, keep?: 'start' | 'end'): string => plainText(text, LONGEST, keep);
