import type { RuleWords } from '../rule';
import { bareInput } from './bareInput';

/** What the slots of a prompt show, not its words: see `detection/slots`. */
export const slotRules: readonly RuleWords[] = [bareInput];
