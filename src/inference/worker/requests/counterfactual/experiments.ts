import type { TokenSpan } from '../../../../protocol/attention';
import type { InferenceParams } from '../../../../protocol/borders/inference';
import type { Change, ChangeRefusal } from '../../../../protocol/requests/counterfactual';
import type { CheckedModel } from '../../models/checkedModel';
import { changePrompt, type ChangedPrompt } from './changePrompt';

/** One change of one passage. */
export interface Experiment {
  tokens: TokenSpan;
  changed: ChangedPrompt;
  /** The first token that is read anew. */
  from: number;
}

/** All that is to be run, each once however often it is asked for, by its name; or why it cannot be. */
export function planExperiments(
  model: CheckedModel,
  { tokenIds, spans, changes }: InferenceParams<'counterfactual'>,
  filler: readonly number[],
): Map<string, Experiment | ChangeRefusal> {
  const planned = new Map<string, Experiment | ChangeRefusal>();
  for (const { controls, ...span } of spans) {
    for (const change of changes) {
      for (const { first, end } of [span, ...controls]) {
        const tokens = { first, end };
        const changed = refusedAlways(model, change) ?? changePrompt(tokenIds, tokens, change, filler);
        planned.set(
          nameOf(change, tokens),
          typeof changed === 'string' ? changed : { tokens, changed, from: startOf(model, changed) },
        );
      }
    }
  }
  return planned;
}

/** Names a change of a passage. */
export function nameOf(change: Change, { first, end }: TokenSpan): string {
  return `${change}/${first}/${end}`;
}

/** Why a model does not take a change of any passage. */
function refusedAlways({ fed, context }: CheckedModel, change: Change): ChangeRefusal | undefined {
  if (change === 'mask' && !fed.inputs.some(({ name }) => name === 'attention_mask')) return 'no-mask';
  return change === 'remove' && context.exact ? 'one-length' : undefined;
}

/** At least the last token is read anew, for what comes after it. */
function startOf({ inPieces }: CheckedModel, { tokenIds, shared }: ChangedPrompt): number {
  return inPieces ? Math.min(shared, tokenIds.length - 1) : 0;
}
