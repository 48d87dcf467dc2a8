import { AttnscopeError } from '../../../../protocol/errors';
import type { InferenceProgress } from '../../../../protocol/borders/inference';
import type { Word } from '../../../../protocol/requests/lens';
import type { CheckedModel } from '../../models/checkedModel';
import { without } from '../../models/modelParts';
import type { Models } from '../../models/models';
import type { ModelTokenizer } from '../../tokenizer/tokenizer';
import { fitContext } from '../../run/fitContext';
import type { Rows } from '../../run/rowsAt';

interface AtPosition {
  model: string;
  tokenIds: readonly number[];
  position: number;
  words: readonly number[];
}

/** The model of a request about one position. Throws `bad-input` where the prompt does not have it, or the model a word. */
export async function promptModel(
  models: Models,
  { model: path, tokenIds, position, words }: AtPosition,
  progress: (progress: InferenceProgress) => void,
): Promise<CheckedModel> {
  const model = await models.held(path, progress);
  fitContext(tokenIds, model.context, 'refuse');
  const refuse = (what: string) => {
    throw new AttnscopeError('bad-input', `${what} Ask within what the model and the prompt have.`);
  };
  if (position >= tokenIds.length) refuse(`The prompt's tokens are 0 to ${tokenIds.length - 1}.`);
  const rows = model.tableRows.get('input_ids') ?? Infinity;
  if (words.some((word) => word >= rows)) refuse(`The model's words are 0 to ${rows - 1}.`);
  return model;
}

/** States after each layer. Throws `bad-model` where those of a layer are not found. */
export function statesAfter(model: CheckedModel, rows: Rows): Float32Array[] {
  return model.layers.map((_, layer) => {
    const state = rows.get('state')?.get(layer);
    if (!state) throw without(`The states after layer ${layer}`, 'no sum adds attention to them');
    return state;
  });
}

/** Texts of tokens, by id. */
export async function wordsOf(
  tokenizer: ModelTokenizer,
  ids: readonly number[],
): Promise<ReadonlyMap<number, Word>> {
  const entries = [...new Set(ids)].map(
    async (id) => [id, { id, text: await tokenizer.textOf(id) }] as const,
  );
  return new Map(await Promise.all(entries));
}
