import { packed } from '../borders/packed';
import { ModelInput, PromptSentence } from '../prompt';
import { z } from '../schema';
import { ProbeReadings } from './probes';

const index = z.int().check(z.nonnegative());

/**
 * What the probes that may warn of a prompt say of it, and nothing else: layers above those that they look at are not
 * run. A prompt longer than the context is refused.
 */
export const Score = {
  params: z.object({ model: z.string(), input: packed(ModelInput), sentences: z.array(PromptSentence) }),
  result: z.object({
    /** `null` where nothing was calibrated for the model. */
    probes: z.nullable(ProbeReadings),
    /** Indices of the sentences that are warned of, ascending. */
    warned: z.array(index),
  }),
};
