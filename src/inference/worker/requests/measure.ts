import { likeliest } from '../../../attention/likeliest';
import { headsRead } from '../../../attention/heads/headsRead';
import type { NextTokens } from '../../../protocol/measured/features';
import { refuseOutside } from '../heads/refuseOutside';
import { fitContext } from '../run/fitContext';
import { meanStates } from '../run/meanStates';
import { nextStep } from '../run/nextStep';
import { outputsOf, runPrompt } from '../run/promptRun';
import { tokensDone, type Answer } from './answer';

/** Says what heads and states do on a prompt, in one run of the model; nothing of it is kept. */
export const measure: Answer<'measure'> = async (params, { models }, progress, signal) => {
  const { tokenIds, layers, sink, reading, sets } = params;
  const model = await models.held(params.model, progress);
  const end = tokenIds.length;
  fitContext(tokenIds, model.context, 'refuse');
  refuseOutside(params, end);
  const { causal, summary, headsOf } = model;
  const heads = headsRead(
    { layers: model.layers.length, heads: summary.heads, causal, tokenIds, sink, reading },
    { sets, groupOf: [] },
  );
  const stateOutputs = end < 2 ? [] : outputsOf(model, 'state', layers);
  const states =
    stateOutputs.length < layers.length || layers.length === 0
      ? null
      : meanStates(layers, [{ first: 1, end }]);
  const all = model.layers.map((_, layer) => layer);
  const rows = headsOf.reduce((sum, count) => sum + count, 0) + stateOutputs.length;
  // A model that reads both ways fills gaps; it does not say what comes next.
  const nextOutputs = causal ? outputsOf(model, 'nextLogits', all) : [];
  let next: NextTokens | null = null;
  const onChunk = tokensDone(progress, end);
  await runPrompt(
    model,
    tokenIds,
    model.chunks(end, rows),
    [...outputsOf(model, 'map', all), ...(states ? stateOutputs : []), ...nextOutputs],
    (block) => {
      if (block.kind === 'state') return states?.add(block);
      const { layer, firstQuery, dims, values } = block;
      if (block.kind === 'nextLogits') {
        next = { vocabulary: values.length, tokens: likeliest(values, params.next) };
        return;
      }
      const [, count = 0, queries = 0, keys = 0] = dims;
      heads.addMaps({ layer, firstQuery, heads: count, queries, keys, values });
    },
    (chunk) => {
      onChunk(chunk.end);
      return nextStep(signal);
    },
  );
  const { metrics, sets: read } = heads.finish();
  return { metrics, sets: read, states: states?.finish() ?? null, next };
};
