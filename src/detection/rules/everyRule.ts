import { rules } from '.';
import { modelRules } from './model';
import { LONE_HIDDEN, type RuleWords } from './rule';
import { suppressionRules } from './suppression';
import { slotRules } from './trust';

/** All that findings may be named after. */
export const everyRule: readonly RuleWords[] = [...rules, ...modelRules, ...suppressionRules, ...slotRules];

/** The names that suppressions and settings may name: editors tell of hidden characters that no rule finds too. */
export const ruleIds: readonly string[] = [...everyRule.map(({ id }) => id), LONE_HIDDEN];
