import { z } from '../schema';

const index = z.int().check(z.nonnegative());

/** A token of the vocabulary, as text for display. */
export const Word = z.object({ id: index, text: z.string() });
export type Word = z.infer<typeof Word>;

/** How likely a word is held to be, 0 to 1, and its place among all words: 1 = the likeliest. */
const Held = { probability: z.number(), rank: z.int() };

/**
 * The logit lens: what would be said next if the model ended after a layer. Final norm and output layer are applied to the
 * states after each layer at one position. Formula and limits: docs/analyses/lens.md.
 */
export const Lens = {
  params: z.object({
    model: z.string(),
    tokenIds: z.array(index),
    /** The token after which the next one is asked for. */
    position: index,
    /** How many of the likeliest words of each layer are told. */
    top: z.int().check(z.positive(), z.lte(20)),
    /** Words to follow through the layers, as token ids. */
    words: z.array(index).check(z.maxLength(8)),
  }),
  result: z.object({
    words: z.array(Word),
    /** One per layer, the last of them what the model itself says. */
    layers: z.array(
      z.object({
        /** The likeliest first. */
        top: z.array(z.extend(Word, { probability: z.number() })),
        /** One per word asked for. */
        words: z.array(z.object(Held)),
      }),
    ),
  }),
};
export type LensResult = z.infer<typeof Lens.result>;

/**
 * Direct logit attribution: what each part of the model adds to the logit of a word at one position, with the scale of the
 * final norm held as it is there. Formula and limits: docs/analyses/logit-attribution.md.
 */
export const Attribution = {
  params: z.object({
    model: z.string(),
    tokenIds: z.array(index),
    position: index,
    /** Token ids. */
    words: z.array(index).check(z.minLength(1), z.maxLength(8)),
  }),
  result: z.object({
    words: z.array(
      z.extend(Word, {
        /** Before a cap, where the model bends its logits: see `capped`. The parts sum to it. */
        logit: z.number(),
        ...Held,
        /** What the embedding adds. */
        embedding: z.number(),
        /** What is added whatever the prompt: biases of the final norm and of the output layer. */
        constant: z.number(),
        layers: z.array(
          z.object({
            /** `[head]`; `null` where heads could not be told apart. */
            heads: z.nullable(z.array(z.number())),
            /** All heads and the bias of their projection. */
            attention: z.number(),
            /** What the layer adds besides its attention. */
            mlp: z.number(),
          }),
        ),
      }),
    ),
    norm: z.enum(['layer', 'rms', 'none']),
    /** The model bends large logits towards a cap (`cap · tanh(x / cap)`) after what is told here. */
    capped: z.boolean(),
  }),
};
export type AttributionResult = z.infer<typeof Attribution.result>;
