import { rules } from '.';
import { modelRules } from './model';
import type { RuleWords } from './rule';
import { suppressionRules } from './suppression';
import { slotRules } from './trust';

/** All that findings may be named after. */
export const everyRule: readonly RuleWords[] = [...rules, ...modelRules, ...suppressionRules, ...slotRules];
