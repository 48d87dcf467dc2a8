import { AttnscopeError } from '../../../protocol/errors';
import type { InferenceParams } from '../../../protocol/borders/inference';
import { areInOrder, groupsIn } from '../maps/groups';
import { readMaps } from '../maps/readMaps';
import type { CheckedModel } from '../models/checkedModel';
import { fitContext } from '../run/fitContext';
import { nextStep } from '../run/nextStep';
import { tokensDone, type Answer } from './answer';

/** The largest answer in bytes: more than this stalls both ends while it crosses. */
const MOST_BYTES = 256 * 1024 * 1024;

/** Gives maps of a prompt that was analysed, exact or pooled. */
export const maps: Answer<'maps'> = async (params, { models, maps: store, lastRead }, progress, signal) => {
  const model = await models.held(params.model, progress);
  fitContext(params.tokenIds, model.context, 'refuse');
  refuseOutside(model, params);
  const tell = tokensDone(progress, params.tokenIds.length);
  const onChunk = async (done: number): Promise<void> => {
    tell(done);
    // What is all there is kept, wanted or not.
    if (done < params.tokenIds.length) await nextStep(signal);
  };
  return readMaps(model, store, lastRead, params, onChunk, signal);
};

function refuseOutside(
  model: CheckedModel,
  { tokenIds, layers, heads, firstQuery, endQuery, average, pool, groups }: InferenceParams<'maps'>,
): void {
  const refuse = (what: string) => {
    throw new AttnscopeError('bad-input', `${what} Ask within what the model and the prompt have.`);
  };
  const lastLayer = model.layers.length - 1;
  if (layers.some((layer) => layer > lastLayer)) refuse(`The model's layers are 0 to ${lastLayer}.`);
  const lastHead = Math.max(...layers.map((layer) => model.headsOf[layer]!)) - 1;
  if (heads.some((head) => head !== 'mean' && head > lastHead))
    refuse(`The model's heads are 0 to ${lastHead}.`);
  if (firstQuery >= endQuery || endQuery > tokenIds.length)
    refuse(`The prompt's tokens are 0 to ${tokenIds.length - 1}.`);
  if (average && pool !== 1) refuse('The mean of rows cannot be pooled.');
  const n = tokenIds.length;
  if (groups) {
    const isWhole = firstQuery === 0 && endQuery === n && pool === 1 && !average;
    if (!isWhole) refuse('Groups of tokens are drawn of a whole map.');
    if (groups.length !== n || groupsIn(groups) === 0 || !areInOrder(groups))
      refuse('Groups are in order, one for each token.');
  }
  const cells = groups
    ? groupsIn(groups) ** 2
    : Math.ceil((endQuery - firstQuery) / pool) * Math.ceil(n / pool);
  if (4 * cells * layers.length * heads.length > MOST_BYTES)
    refuse('The maps asked for at once are larger than 256 MiB.');
}
