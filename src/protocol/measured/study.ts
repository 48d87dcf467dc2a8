/** A study of labelled prompts: what it reads, and what it finds. Formulas: docs/study.md. */
import { SCHEMA_VERSION } from '../analysis';
import { Behaviour, BehaviourMeaning } from '../behaviour';
import { z } from '../schema';
import { Section } from './features';

const index = z.int().check(z.nonnegative());

export const StudyClass = z.enum(['normal', 'jailbreak', 'injection']);
export type StudyClass = z.infer<typeof StudyClass>;

/** One line of a labelled set. */
export const StudyLine = z.object({
  id: z.union([z.string(), z.number()]),
  text: z.string().check(z.minLength(1)),
  class: StudyClass,
  /** Accounted for beside the length. */
  language: z.optional(z.string()),
  /** Texts made alike, which cross-validation keeps together. */
  group: z.optional(z.string()),
  /** The system's message before the text. */
  system: z.optional(z.string()),
  /** A secret of the system's message. */
  canary: z.optional(z.string().check(z.minLength(1))),
  /** What an answer holds where it does what the text should not make it do. */
  marks: z.optional(z.array(z.string().check(z.minLength(1))).check(z.minLength(1))),
});
export type StudyLine = z.infer<typeof StudyLine>;

/** A number of a prompt: of one head, a mean over heads (without `head`), or of the prompt (without `layer` too). */
export const StudyFeature = z.object({
  name: z.string(),
  layer: z.optional(index),
  head: z.optional(index),
  section: z.optional(Section),
});
export type StudyFeature = z.infer<typeof StudyFeature>;

/** With the ends of its 95 % interval. */
const Estimate = z.object({ value: z.number(), low: z.number(), high: z.number() });

/** p-values of many tests of one kind: all that the study makes, whatever classes they compare. */
const corrected = {
  /** For the share of false ones among them, after Benjamini and Hochberg. */
  fdr: z.number(),
  /** For any false one among them, after Holm. */
  holm: z.number(),
};

/** How two classes differ in a number. */
export const Difference = z.object({
  /** How often the number is larger in the first class, equal ones as half. */
  auroc: Estimate,
  /** Hedges' g: difference of the means in standard deviations. */
  g: Estimate,
  /** Two-sided: Mann and Whitney; of adjusted numbers Student's t of the class beside length and language. */
  p: z.number(),
  ...corrected,
});
export type Difference = z.infer<typeof Difference>;

export const StudiedFeature = z.object({
  feature: StudyFeature,
  raw: Difference,
  /** With the length (ln tokens and its square) and the language accounted for, within the classes. */
  adjusted: Difference,
});
export type StudiedFeature = z.infer<typeof StudiedFeature>;

/** Two classes told apart on texts that were left out of the fit. */
export const CrossValidated = z.object({
  name: z.enum(['length', 'heads', 'prompt']),
  auroc: Estimate,
  folds: z.int(),
  /** Whether texts of one group were in one fold. */
  byGroup: z.boolean(),
  /** The features that most folds chose. */
  chosen: z.array(StudyFeature),
});
export type CrossValidated = z.infer<typeof CrossValidated>;

export const StudiedPair = z.object({
  of: StudyClass,
  against: StudyClass,
  /** The row to read the others beside: tokens, and UTF-16 code units of the text. */
  length: z.object({ tokens: Difference, characters: Difference }),
  /** Features compared: those that each prompt of the pair has. */
  tested: index,
  /** How many of them differ at 5 %, after Holm. */
  differ: z.object({ raw: index, adjusted: index }),
  /** Those of heads that tell most once the length is accounted for, the most telling first. */
  heads: z.array(StudiedFeature),
  /** Means over heads, by layer where a layer is named, likewise. */
  means: z.array(StudiedFeature),
  /** All numbers of the whole prompt. */
  prompt: z.array(StudiedFeature),
  crossValidated: z.array(CrossValidated),
});
export type StudiedPair = z.infer<typeof StudiedPair>;

/** How often a class showed a behaviour. */
export const BehaviourRate = z.object({
  class: StudyClass,
  means: BehaviourMeaning,
  shown: index,
  /** Prompts that could show it. */
  of: index,
  rate: Estimate,
});
export type BehaviourRate = z.infer<typeof BehaviourRate>;

const Correlation = z.nullable(z.extend(Estimate, { p: z.number(), ...corrected }));

/** How anomaly goes with a behaviour, among prompts that the baseline was not fitted to. */
export const BehaviourEffect = z.object({
  /** `null`: all classes together, whose differences are then in it. */
  class: z.nullable(StudyClass),
  means: BehaviourMeaning,
  shown: index,
  others: index,
  /** How often one that showed it is more anomalous; `null` with fewer than 5 on a side. */
  auroc: z.nullable(Estimate),
  g: z.nullable(Estimate),
  pointBiserial: Correlation,
});
export type BehaviourEffect = z.infer<typeof BehaviourEffect>;

/** How anomaly goes with the log-probability of the wanted answer. */
export const WantedEffect = z.object({ class: z.nullable(StudyClass), of: index, spearman: Correlation });
export type WantedEffect = z.infer<typeof WantedEffect>;

/** One prompt in the figures; no word of it. */
export const StudyPoint = z.object({
  id: StudyLine.shape.id,
  class: StudyClass,
  language: z.nullable(z.string()),
  tokens: index,
  /** Whether the baseline was fitted to it. */
  reference: z.boolean(),
  /** The monitor's score; `null` where there are too few normal prompts for a baseline. */
  anomaly: z.nullable(z.number()),
  behaviour: z.nullable(Behaviour),
});
export type StudyPoint = z.infer<typeof StudyPoint>;

export const StudyReport = z.object({
  schemaVersion: z.literal(SCHEMA_VERSION),
  kind: z.literal('study'),
  tool: z.object({ name: z.literal('attnscope'), version: z.string() }),
  model: z.object({ name: z.string(), sha256: z.string(), layers: z.int(), heads: z.int() }),
  seed: z.int(),
  /** Most tokens of an answer. */
  generate: index,
  /** `sha256`: over the lines measured, each as JSON. */
  set: z.object({
    sha256: z.string(),
    prompts: index,
    classes: z.array(
      z.object({
        class: StudyClass,
        prompts: index,
        languages: z.record(z.string(), index),
        /** Median. */
        tokens: z.number(),
      }),
    ),
    /** Lines that could not be read or answered. */
    errors: z.array(z.object({ line: z.int(), id: z.optional(StudyLine.shape.id), error: z.string() })),
  }),
  /** Numbers of each prompt. */
  features: index,
  pairs: z.array(StudiedPair),
  /** How many normal prompts the monitor's baseline was fitted to; `null` where they were too few. */
  reference: z.nullable(index),
  rates: z.array(BehaviourRate),
  effects: z.array(BehaviourEffect),
  wanted: z.array(WantedEffect),
  points: z.array(StudyPoint),
});
export type StudyReport = z.infer<typeof StudyReport>;
