import { fieldsOf } from '../../protocol/text/pythonJson';
import type { SideFile } from './sideFiles';

/** What a classifier tells apart. */
export interface ClassLabels {
  /** By output. */
  names: string[];
  /** Whether a text may have several of them, so that each has a probability of its own. */
  independent: boolean;
}

/**
 * The labels that a `config.json` names by the numbers of outputs (`id2label`), and how they go together
 * (`problem_type`), as Transformers writes both; `undefined` where it does not name all from 0 on.
 */
export function classLabels(config: SideFile | undefined): ClassLabels | undefined {
  const named = fieldsOf(config?.id2label) ?? {};
  const count = Object.keys(named).length;
  const names = Array.from({ length: count }, (_, output) => named[output]);
  if (count === 0 || !names.every((name) => typeof name === 'string')) return undefined;
  return { names, independent: config?.problem_type === 'multi_label_classification' };
}
