import { z } from '../schema';

const index = z.int().check(z.nonnegative());

/**
 * What a sequence classifier says of texts, each by itself. It is kept beside the model, which it does not replace.
 * No texts: its labels alone.
 */
export const Classify = {
  /** `model`: the folder or graph file of the classifier. */
  params: z.object({ model: z.string(), texts: z.array(z.string()) }),
  result: z.object({
    /** Name to show. */
    name: z.string(),
    /** As its configuration names them, by output. */
    labels: z.array(z.string()).check(z.minLength(1)),
    /** `[texts, labels]`: probability of each label. Formula: docs/analyses/classifier.md. */
    probabilities: z.array(z.array(z.number())),
    /** Indices of the texts that are longer than its context and were cut from the end, ascending. */
    cut: z.array(index),
  }),
};

/** The scorer of a person's own in an analysis. */
export const UsedClassifier = z.object({
  name: z.string(),
  /** The label whose probability is the score. */
  label: z.string(),
  /** How many sentences were longer than its context, and cut from the end. */
  cut: index,
});
export type UsedClassifier = z.infer<typeof UsedClassifier>;
