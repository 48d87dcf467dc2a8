import { NextToken } from '../analysis';
import { z } from '../schema';

const index = z.int().check(z.nonnegative());

/** Why an answer ends: the model ended it itself, it has as many tokens as asked for, or the context is full. */
export const AnswerEnd = z.enum(['end-token', 'count', 'context']);
export type AnswerEnd = z.infer<typeof AnswerEnd>;

/** What a model goes on with after a prompt, the likeliest token each time. */
export const GeneratedAnswer = z.object({
  /** Each with its probability after all before it; the token that ends an answer is not among them. */
  tokens: z.array(NextToken),
  /** What they write together. */
  text: z.string(),
  ended: AnswerEnd,
});
export type GeneratedAnswer = z.infer<typeof GeneratedAnswer>;

/**
 * Lets the model answer. Each token is told as it comes, by `token` of the progress. The maps of the prompt with its
 * answer behind it are kept, as if it had been read whole.
 */
export const Generate = {
  params: z.object({
    model: z.string(),
    tokenIds: z.array(index),
    /** Most tokens of the answer. */
    count: z.int().check(z.positive()),
  }),
  result: GeneratedAnswer,
};
