import { tapForServer, type ServedKind } from '../../../../model/tap/server/tapForServer';
import type { CheckedModel } from '../../models/checkedModel';
import { fedOf, readModelFile } from '../../models/modelFile';
import type { InferenceParams } from '../../../../protocol/borders/inference';
import { AttnscopeError } from '../../../../protocol/errors';
import type { Answer } from '../answer';
import { writeFolder } from './writeFolder';

/** Writes a model for a server, checked as one that is read here. */
export const tap: Answer<'tap'> = async (params, { models }, progress) => {
  const model = await models.open(params.model, progress);
  if (model.server !== undefined)
    throw new AttnscopeError('bad-model', 'A served model cannot be tapped from here: name its file.');
  const file = await readModelFile(model.folder.graph);
  const toServe = tapForServer({
    ...file,
    fed: fedOf(file),
    heads: model.headsOf,
    kinds: kindsFor(model, params.reduce),
    about: {
      format: 1,
      name: model.summary.name,
      sha256: model.sha256,
      contextLength: model.context.contextLength,
      vocabulary: model.tableRows.get('input_ids') ?? null,
      layers: model.layers.map((layer, place) => ({ ...layer, heads: model.headsOf[place]! })),
    },
  });
  const files = await writeFolder(params.out, model.folder, file.weights.names, toServe);
  return { served: toServe.served, files };
};

/** What can be asked of a server; rows of their own where the model's reading position may be elsewhere than at its end. */
function kindsFor({ causal }: CheckedModel, reduce: InferenceParams<'tap'>['reduce']): ServedKind[] {
  const maps: ServedKind[] = reduce === 'none' ? ['map', 'headMean'] : ['headMean'];
  return [...maps, 'lastRow', ...(causal ? (['nextLogits'] as const) : (['firstRow', 'meanRow'] as const))];
}
