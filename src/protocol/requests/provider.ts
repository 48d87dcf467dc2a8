import { z } from '../schema';

/** What computes a model: the processor, or what the installed runtime has beside it. */
export const Provider = z.enum(['cpu', 'cuda', 'directml', 'coreml', 'webgpu']);
export type Provider = z.infer<typeof Provider>;

/** Which provider was asked for in place of the processor, and what became of it. */
export const UsedProvider = z.object({
  asked: Provider,
  /** `cpu` where the one that was asked for cannot compute the model. */
  used: Provider,
  /** Why that is so, as the end of a sentence; `null` where it can. */
  why: z.nullable(z.string()),
  /**
   * Largest difference of any attention weight from that of the processor, in a short run; `null` where none was made, as
   * of a model that reads no prompt.
   */
  difference: z.nullable(z.number()),
});
export type UsedProvider = z.infer<typeof UsedProvider>;
