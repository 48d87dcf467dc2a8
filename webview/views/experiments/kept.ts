import type { TokenSpan } from '../../../src/protocol/attention';
import type { InferenceResult } from '../../../src/protocol/borders/inference';
import type { GeneratedAnswer } from '../../../src/protocol/requests/generation';
import type { Change } from '../../../src/protocol/requests/counterfactual';
import type { View } from '../../state/state';

/** What was tried on a prompt, and how: kept while the page lives, whatever it shows in between. */
export interface KeptExperiments {
  passage: TokenSpan | null;
  changes: readonly Change[];
  /** An answer that the person wrote, to be compared. */
  answer: string;
  compared: InferenceResult<'counterfactual'> | null;
  /** Most tokens of an answer. */
  count: number;
  generated: (Pick<GeneratedAnswer, 'tokens'> & { ended: GeneratedAnswer['ended'] | 'stopped' }) | null;
}

/** As many as the extension keeps results. */
const MOST = 8;

const kept = new Map<string, KeptExperiments>();

/** Those of the prompt and the model that are shown. */
export function keptExperiments({ shown }: View): KeptExperiments {
  const { model, text, tokens } = shown.result;
  const key = `${model.sha256}/${text.sha256}/${tokens.length}`;
  const fresh = { passage: null, answer: '', compared: null, count: 50, generated: null };
  const own = kept.get(key) ?? { ...fresh, changes: ['remove'] };
  kept.delete(key);
  kept.set(key, own);
  for (const old of kept.keys()) if (kept.size > MOST) kept.delete(old);
  return own;
}
