import {
  jensenShannon,
  klDivergence,
  logProbabilities,
} from '../../../attention/counterfactual/distributions';
import { fitContext } from '../run/fitContext';
import { readToEnd, refuseSilent } from '../run/standing';
import { nextStep } from '../run/nextStep';
import type { Answer } from './answer';

/** Compares what a model says next after two prompts. */
export const divergence: Answer<'divergence'> = async (params, { models }, progress, signal) => {
  const model = await models.held(params.model, progress);
  refuseSilent(model);
  const total = params.before.length + params.after.length;
  let done = 0;
  const readNext = async (tokenIds: readonly number[]): Promise<Float64Array> => {
    fitContext(tokenIds, model.context, 'refuse');
    const { logits } = await readToEnd(model, {
      ...{ tokenIds, goesOn: false },
      onChunk({ first, end }) {
        progress({ stage: 'attention', done: (done += end - first), total });
        return nextStep(signal);
      },
    });
    return logProbabilities(logits);
  };
  const p = await readNext(params.before);
  const q = await readNext(params.after);
  return { kl: klDivergence(p, q), klBack: klDivergence(q, p), js: jensenShannon(p, q) };
};
