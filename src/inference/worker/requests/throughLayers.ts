import { finestPool } from '../../../attention/pooling';
import { prepareFlow } from '../../../attention/throughLayers/flow';
import type { LayerRows } from '../../../attention/throughLayers/mixedRow';
import { rollout } from '../../../attention/throughLayers/rollout';
import { AttnscopeError } from '../../../protocol/errors';
import { sentence } from '../../../protocol/sentence';
import { rowOf } from '../maps/keptWeights';
import { hashTokens } from '../maps/mapStore';
import { collectMaps } from '../maps/mapCollector';
import { readMaps } from '../maps/readMaps';
import { fitContext } from '../run/fitContext';
import { tokensDone, type Answer } from './answer';
import { nextStep } from '../run/nextStep';

/** Takes the layers of a prompt together for one token, from head means that are kept since it was analysed. */
export const throughLayers: Answer<'throughLayers'> = async (params, worker, progress, signal) => {
  const { tokenIds, query, way } = params;
  const { models, maps, lastRead } = worker;
  const model = await models.held(params.model, progress);
  fitContext(tokenIds, model.context, 'refuse');
  const count = tokenIds.length;
  if (query >= count) {
    throw new AttnscopeError('bad-input', `The prompt's tokens are 0 to ${count - 1}. Ask for one of these.`);
  }
  const onChunk = tokensDone(progress, count);
  const layers = model.layers.map((_, layer) => layer) as [number, ...number[]];
  if (!collectMaps(maps, { tokens: count, causal: model.causal }, layers.length)) throw tooLong(count);
  // Of a long prompt a row alone would be read without the maps that all rows are taken from.
  const asked =
    finestPool(count) > 1
      ? { firstQuery: 0, endQuery: count, pool: count }
      : { firstQuery: query, endQuery: query + 1, pool: 1 };
  const wanted = { ...asked, model: params.model, tokenIds, layers };
  await readMaps(model, maps, lastRead, { ...wanted, heads: ['mean'] }, onChunk, signal);
  const prompt = { model: model.sha256, tokens: hashTokens(tokenIds) };
  const means = layers.map((layer): LayerRows => {
    const kept = maps.get({ ...prompt, layer, head: 'mean', queries: 'all' });
    if (!kept) throw tooLong(count);
    return (token) => rowOf(kept, { tokens: count, causal: model.causal }, token);
  });
  if (way === 'rollout') return { rows: rollout(means, query, count).map((values) => Array.from(values)) };

  const flow = prepareFlow(means, query);
  const values = new Array<number>(count).fill(0);
  for (let token = 0; token < flow.tokens; token++) {
    values[token] = flow.from(token);
    onChunk(token + 1);
    await nextStep(signal);
  }
  return { rows: [values] };
};

function tooLong(tokens: number): AttnscopeError {
  return new AttnscopeError('too-long', [
    sentence(
      'The maps of {tokens} tokens do not fit the memory for maps, and taking layers together needs all of them. Choose a shorter text.',
      { tokens },
    ),
  ]);
}
