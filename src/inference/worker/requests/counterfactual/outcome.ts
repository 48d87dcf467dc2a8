import { likeliest } from '../../../../attention/likeliest';
import type { NextToken } from '../../../../protocol/analysis';
import type { Outcome } from '../../../../protocol/requests/counterfactual';
import type { GeneratedAnswer } from '../../../../protocol/requests/generation';
import type { CheckedModel } from '../../models/checkedModel';
import type { ModelTokenizer } from '../../tokenizer/tokenizer';
import { answerLogProbability, decode } from '../../run/decode';
import type { Standing } from '../../run/standing';

/** How many of the likeliest next tokens are told. */
const NEXT_TOKENS = 5;

/** What is asked of a model after a prompt. */
export interface Asked {
  /** How many tokens it goes on with; 0 for none. */
  continuation: number;
  /** An answer in tokens, whose probability is asked; empty for none. */
  answer: readonly number[];
}

/** What a model says from where it stands. `onToken` is called for each token that it reads of that. */
export async function outcomeOf(
  model: CheckedModel,
  tokenizer: ModelTokenizer,
  standing: Standing,
  { continuation, answer }: Asked,
  onToken: () => Promise<void>,
): Promise<Outcome> {
  const named = (tokens: readonly { id: number; probability: number }[]): Promise<NextToken[]> =>
    Promise.all(tokens.map(async (token) => ({ ...token, text: await tokenizer.textOf(token.id) })));
  const goOn = async (): Promise<GeneratedAnswer> => {
    const endIds = tokenizer.endIds;
    const { tokens, ended } = await decode(model, standing, { count: continuation, endIds, onToken });
    return { tokens: await named(tokens), text: await tokenizer.write(tokens.map(({ id }) => id)), ended };
  };
  return {
    next: await named(likeliest(standing.logits, NEXT_TOKENS)),
    continuation: continuation > 0 ? await goOn() : null,
    answer: answer.length > 0 ? await answerLogProbability(model, standing, answer, onToken) : null,
  };
}
