import { z } from '../schema';
import { ProbeName } from '../requests/probes';

const index = z.int().check(z.nonnegative());
/** A figure and its 95 % interval. */
const Figure = z.object({ value: z.number(), low: z.number(), high: z.number() });
export type Figure = z.infer<typeof Figure>;

/** What one score is worth on texts of files, and with plants of families, that it was not fitted to. */
export const CalibrationRow = z.object({
  name: z.enum(['probe', 'length', 'longest sentence', 'n-grams', 'classifier', 'attention heads']),
  /** Probability that a planted text scores above a clean one. */
  auroc: Figure,
  /** Share of the planted texts whose plant reaches the score that the share `falseAlarms` of the clean ones reach. */
  recall: Figure,
  /** Share of the clean texts that reach the threshold set on the other parts. */
  flagged: Figure,
  /** Share of the planted texts whose best sentence is the planted one; `null` where no sentences were scored. */
  rightFirst: z.nullable(z.number()),
});
export type CalibrationRow = z.infer<typeof CalibrationRow>;

/** What `attnscope calibrate` found out. */
export const Calibration = z.object({
  schemaVersion: z.literal(1),
  model: z.object({ name: z.string(), sha256: z.string() }),
  probe: ProbeName,
  /** Clean texts, and the same with a plant, that figures are from. */
  clean: index,
  planted: index,
  /** Texts of which nothing could be read. */
  skipped: index,
  /** Share of clean files that may be warned of. */
  falseAlarms: z.number(),
  /** After how many layers the states are taken. */
  layers: z.array(index),
  /** Score from which a text is warned of; `null` where the probe is not better than the baselines. */
  threshold: z.nullable(z.number()),
  /** Why there is a threshold or none. */
  verdict: z.enum(['warns', 'no-better', 'too-few-files']),
  rows: z.array(CalibrationRow),
  /** What the classifier of a person's own would warn from; `null` where none was named. */
  classifier: z.nullable(
    z.object({ name: z.string(), label: z.string(), threshold: z.nullable(z.number()) }),
  ),
  /** Heads that were chosen on all texts, by the rule of Attention Tracker; empty where none stands out. */
  heads: z.array(z.object({ layer: index, head: index })),
});
export type Calibration = z.infer<typeof Calibration>;
