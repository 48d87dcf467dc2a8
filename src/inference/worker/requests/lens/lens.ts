import { likeliest } from '../../../../attention/likeliest';
import { placeOfWord } from '../../../../attention/lens/placeOfWord';
import { rowsAt, stacked } from '../../run/rowsAt';
import { tokensDone, type Answer } from '../answer';
import { promptModel, statesAfter, wordsOf } from './position';
import { nextStep } from '../../run/nextStep';

/** Says what each layer would say next at a position. */
export const lens: Answer<'lens'> = async (params, { models }, progress, signal) => {
  const { tokenIds, position, top, words } = params;
  const model = await promptModel(models, params, progress);
  const onChunk = tokensDone(progress, model.causal ? position + 1 : tokenIds.length);
  const output = await model.outputLayer();
  await nextStep(signal);
  const rows = await rowsAt(model, tokenIds, position, ['state'], onChunk);
  const states = statesAfter(model, rows);
  const logits = await output.run(stacked(states), states.length);
  const size = logits.length / states.length;
  const tokenizer = await model.tokenizer();
  const layers = states.map((_, layer) => {
    const own = logits.subarray(layer * size, (layer + 1) * size);
    return { top: likeliest(own, top), words: words.map((word) => placeOfWord(own, word)) };
  });
  const texts = await wordsOf(tokenizer, [
    ...words,
    ...layers.flatMap((layer) => layer.top.map(({ id }) => id)),
  ]);
  return {
    words: words.map((word) => texts.get(word)!),
    layers: layers.map((layer) => ({
      top: layer.top.map(({ id, probability }) => ({ ...texts.get(id)!, probability })),
      words: layer.words,
    })),
  };
};
