import { AttnscopeError } from '../../../../protocol/errors';
import type { LoadedModel } from '../../models/loadModel';
import { fitContext } from '../../run/fitContext';
import { tokensDone, type Answer } from '../answer';
import { extractFromInputs } from './fromInputs';
import { extractFromTokens } from './fromTokens';

/** Writes to a file what a model attends to, in tensors that are given, in a text or in tokens. */
export const extract: Answer<'extract'> = async (params, { models }, progress) => {
  const { feed, reduce, out } = params;
  if (feed.kind === 'inputs') {
    const model = await models.load(params.model, progress);
    const written = await extractFromInputs(
      model,
      feed.inputs,
      chosenLayers(model, params.layers),
      reduce,
      out,
    );
    return { ...written, ...byProvider(model) };
  }
  const model = await models.open(params.model, progress, { forText: feed.kind === 'text' });
  const read = feed.kind === 'tokens' ? feed.tokens : await (await model.tokenizer()).encodeRaw(feed.text);
  const tokens = fitContext(read, model.context, 'refuse');
  const layers = chosenLayers(model, params.layers);
  const onTokens = tokensDone(progress, tokens.length);
  return { ...(await extractFromTokens(model, tokens, layers, reduce, out, onTokens)), ...byProvider(model) };
};

const byProvider = ({ provider }: LoadedModel) => (provider ? { provider } : {});

/** Layers of a model by their place in it, from numbers within their stacks. Throws `bad-input` for others. */
function chosenLayers(model: LoadedModel, numbers: readonly number[] | undefined): number[] {
  const all = model.layers.map((_, place) => place);
  if (!numbers) return all;
  const most = Math.max(...model.layers.map(({ index }) => index));
  const wrong = numbers.find((number) => number > most);
  if (wrong !== undefined || numbers.length === 0) {
    throw new AttnscopeError(
      'bad-input',
      `There is no layer ${wrong ?? 'in an empty list'}: the model's layers are 0 to ${most}. Choose among these.`,
    );
  }
  return all.filter((place) => numbers.includes(model.layers[place]!.index));
}
