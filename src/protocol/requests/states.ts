import { TokenSpan } from '../attention';
import { z } from '../schema';

const index = z.int().check(z.nonnegative());

/**
 * Mean hidden states of spans of tokens. Layers above the highest one asked for are not run; a prompt longer than the
 * context is refused. The first token of the prompt, whose state is like no other's, is left out of every mean.
 */
export const States = {
  params: z.object({
    model: z.string(),
    tokenIds: z.array(index),
    /** States are those after the layer of that number, 0 being the first. */
    layers: z.array(index).check(z.minLength(1)),
    spans: z.array(TokenSpan).check(z.minLength(1)),
  }),
  result: z.object({
    /** Numbers of a state. */
    hidden: z.int().check(z.positive()),
    /** `[layers, spans, hidden]` in the order asked for; 0 for a span without tokens beside the first. */
    means: z.instanceof(Float32Array),
  }),
};
