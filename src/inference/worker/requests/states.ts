import { AttnscopeError } from '../../../protocol/errors';
import { fitContext } from '../run/fitContext';
import { meanStates } from '../run/meanStates';
import { outputsOf, runPrompt } from '../run/promptRun';
import { tokensDone, type Answer } from './answer';
import { nextStep } from '../run/nextStep';

/** Gives mean states of spans; runs no layer above those asked for. */
export const states: Answer<'states'> = async (params, { models }, progress, signal) => {
  const { tokenIds, layers, spans } = params;
  const model = await models.held(params.model, progress);
  fitContext(tokenIds, model.context, 'refuse');
  const highest = model.layers.length - 1;
  if (layers.some((layer) => layer > highest))
    throw new AttnscopeError('bad-input', `The model's layers are 0 to ${highest}. Ask for states of these.`);
  if (spans.some(({ first, end }) => first > end || end > tokenIds.length))
    throw new AttnscopeError(
      'bad-input',
      `The prompt's tokens are 0 to ${tokenIds.length - 1}. Ask for spans of these.`,
    );
  const part = await model.statesTo(Math.max(...layers));
  const means = meanStates(layers, spans);
  const onChunk = tokensDone(progress, tokenIds.length);
  await runPrompt(
    part,
    tokenIds,
    model.chunks(tokenIds.length, layers.length),
    outputsOf(part, 'state', layers),
    means.add,
    ({ end }) => {
      onChunk(end);
      return nextStep(signal);
    },
  );
  return means.finish();
};
