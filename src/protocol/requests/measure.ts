import { z } from '../schema';
import { NextTokens } from '../measured/features';
import { AskedHeads, HeadMetrics, TokensRead } from './heads';

const { sink, reading, sets } = AskedHeads.shape;
const index = z.int().check(z.nonnegative());

/**
 * What heads and states do on a prompt, in one run of the model: the figures of `headMetrics` and `states`. A prompt
 * longer than the context is refused.
 */
export const Measure = {
  params: z.object({
    ...{ sink, reading, sets },
    model: z.string(),
    tokenIds: z.array(index),
    /** Layers after which the mean state over all tokens but the first is asked for. */
    layers: z.array(index),
    /** How many of the likeliest next tokens are told. */
    next: z.int().check(z.positive()),
  }),
  result: z.object({
    metrics: HeadMetrics,
    /** One per set. */
    sets: z.array(TokensRead),
    /** `null` of a graph in which they are not found, and of a prompt of one token. */
    states: z.nullable(
      z.object({
        /** Numbers of a state. */
        hidden: z.int().check(z.positive()),
        /** `[layers, hidden]` in the order asked for. */
        means: z.instanceof(Float32Array),
      }),
    ),
    /** `null` of a model that does not say what comes next. */
    next: z.nullable(NextTokens),
  }),
};
