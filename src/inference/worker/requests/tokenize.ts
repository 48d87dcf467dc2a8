import { unpack } from '../../../protocol/borders/packed';
import { ModelInput } from '../../../protocol/prompt';
import type { Answer } from './answer';

/** The tokens that a prompt would be read as, with all that its template adds. */
export const tokenize: Answer<'tokenize'> = async (params, { models }, progress) => {
  const model = await models.open(params.model, progress, { forText: true });
  const tokenizer = await model.tokenizer();
  const { tokens } = await tokenizer.encode(unpack(params.input, ModelInput));
  return { model: model.summary, causal: model.causal, tokens: [...tokens] };
};
