import { headsRead } from '../../../attention/heads/headsRead';
import { headProfile } from '../heads/headProfile';
import { readHeads } from '../heads/readHeads';
import { refuseOutside } from '../heads/refuseOutside';
import { fitContext } from '../run/fitContext';
import { tokensDone, type Answer } from './answer';
import { nextStep } from '../run/nextStep';

/** Says what each head does on a prompt: one run of the model, of whose maps nothing is kept. */
export const headMetrics: Answer<'headMetrics'> = async (params, { models, facts }, progress, signal) => {
  const { model: path, tokenIds } = params;
  const model = await models.held(path, progress);
  fitContext(tokenIds, model.context, 'refuse');
  refuseOutside(params, tokenIds.length);
  const read = headsRead(
    {
      layers: model.layers.length,
      heads: model.summary.heads,
      causal: model.causal,
      tokenIds,
      sink: params.sink,
      reading: params.reading,
    },
    params,
  );
  const onChunk = tokensDone(progress, tokenIds.length);
  await readHeads(model, tokenIds, read.addMaps, (done) => {
    onChunk(done);
    return nextStep(signal);
  });
  return { ...read.finish(), profile: await headProfile(model, facts) };
};
