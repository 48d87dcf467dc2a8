import type { RuleWords } from '../rule';
import { instructionInData } from './instructionInData';
import { plantedInstruction } from './plantedInstruction';

/** What probes on the states of the bundled model warn of; no text shows it by itself, so `scan` finds none. */
export const modelRules: readonly RuleWords[] = [plantedInstruction, instructionInData];
