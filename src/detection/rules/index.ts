import { type Rule } from '../rule';
import { overridePreviousInstructions } from './overridePreviousInstructions';

/** Every rule, in the order of the documentation. */
export const rules: readonly Rule[] = [overridePreviousInstructions];
