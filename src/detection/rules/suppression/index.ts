import type { RuleWords } from '../rule';
import { expired } from './expired';
import { inData } from './inData';
import { malformed } from './malformed';
import { noReason } from './noReason';
import { unused } from './unused';

/** What is wrong with suppressions themselves; nothing suppresses these. */
export const suppressionRules: readonly RuleWords[] = [unused, expired, noReason, malformed, inData];
