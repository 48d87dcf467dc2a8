import { logitParts } from '../../../../attention/lens/logitParts';
import { placeOfWord } from '../../../../attention/lens/placeOfWord';
import { AttnscopeError } from '../../../../protocol/errors';
import { without } from '../../models/modelParts';
import { rowsAt } from '../../run/rowsAt';
import { tokensDone, type Answer } from '../answer';
import { layerParts } from './layerParts';
import { promptModel, statesAfter, wordsOf } from './position';
import { nextStep } from '../../run/nextStep';

/** How far a sum of parts may be off, of the logit or of the largest part. */
const TOLERANCE = 1e-3;

/** Says what each part of the model adds to the logits of words. */
export const attribution: Answer<'attribution'> = async (params, { models }, progress, signal) => {
  const { tokenIds, position, words } = params;
  const model = await promptModel(models, params, progress);
  const onChunk = tokensDone(progress, model.causal ? position + 1 : tokenIds.length);
  const output = await model.outputLayer();
  await nextStep(signal);
  const rows = await rowsAt(model, tokenIds, position, ['embedding', 'state', 'mixed'], onChunk);
  await nextStep(signal);
  const states = statesAfter(model, rows);
  const embedding = rows.get('embedding')?.get(0);
  if (!embedding) throw without('The embedding', 'no sum adds attention to it');
  const layers = await layerParts(model, embedding, states, rows.get('mixed')!);
  await nextStep(signal);
  const all = [embedding, ...layers.flatMap(({ heads, rest, mlp }) => [...heads, rest, mlp])];
  const state = states.at(-1)!;
  const head = (some: Float32Array, count: number) => output.run(some, count, true);
  const { norm, parts, constant, logits } = await logitParts(head, state, all, words);
  const bent = await output.run(state, 1);
  const texts = await wordsOf(await model.tokenizer(), words);
  return {
    norm,
    capped: output.capped,
    words: words.map((word, w) => {
      const added = parts.map((part) => part[w]!);
      refuseUneven(added, constant[w]!, logits[word]!);
      let at = 1;
      return {
        ...{ ...texts.get(word)!, logit: logits[word]!, ...placeOfWord(bent, word) },
        ...{ embedding: added[0]!, constant: constant[w]! },
        layers: layers.map(({ heads, separate }) => {
          const own = added.slice(at, at + heads.length);
          const attention = own.reduce((sum, value) => sum + value, added[at + heads.length]!);
          const mlp = added[at + heads.length + 1]!;
          at += heads.length + 2;
          return { heads: separate ? own : null, attention, mlp };
        }),
      };
    }),
  };
};

function refuseUneven(parts: readonly number[], constant: number, logit: number): void {
  const sum = parts.reduce((total, part) => total + part, constant);
  const largest = parts.reduce((most, part) => Math.max(most, Math.abs(part)), Math.abs(logit));
  if (Math.abs(sum - logit) <= TOLERANCE * largest) return;
  throw new AttnscopeError(
    'bad-model',
    `The logits of this model are no sum of what its parts add: ${sum.toPrecision(4)} in place of ${logit.toPrecision(4)}. Its last norm or output layer is of a kind that cannot be taken apart; the lens can still be had.`,
  );
}
