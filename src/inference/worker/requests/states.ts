import { spanMeans } from '../../../probes/pooling';
import { AttnscopeError } from '../../../protocol/errors';
import { fitContext } from '../run/fitContext';
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
  const means = new Map<number, ReturnType<typeof spanMeans>>();
  let hidden = 0;
  const onChunk = tokensDone(progress, tokenIds.length);
  await runPrompt(
    part,
    tokenIds,
    model.chunks(tokenIds.length, layers.length),
    outputsOf(part, 'state', layers),
    ({ layer, firstQuery, dims, values }) => {
      hidden = dims.at(-1)!;
      const own = means.get(layer) ?? spanMeans(spans, hidden);
      means.set(layer, own);
      own.add(firstQuery, values);
    },
    ({ end }) => {
      onChunk(end);
      return nextStep(signal);
    },
  );
  const all = new Float32Array(layers.length * spans.length * hidden);
  layers.forEach((layer, at) => all.set(means.get(layer)!.finish().means, at * spans.length * hidden));
  return { hidden, means: all };
};
