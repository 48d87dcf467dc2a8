/** What the monitor keeps of normal inputs, and what it says of others. Formulas: docs/monitor.md. */
import { SCHEMA_VERSION } from '../analysis';
import { Behaviour } from '../behaviour';
import { z } from '../schema';
import { FeatureKind, FeatureName, Section } from './features';

const index = z.int().check(z.nonnegative());
const count = z.int().check(z.positive());

/** What is kept of one reference input: its figures, no text. */
export const ReferenceInput = z.object({
  /** SHA-256 over its token ids and sections, hex. */
  sha256: z.string(),
  tokens: count,
  /** `[features]` of the baseline's sections: 32-bit floats, low byte first, in base64. NaN where there is none. */
  values: z.string(),
  /** `[layers, hidden]`, as `values`; `null` where the model's states cannot be read. */
  states: z.nullable(z.string()),
  /**
   * What the model says next: its likeliest tokens as token, probability, token, …, 32-bit floats in base64. `null` of a
   * model that says nothing; older baselines have none.
   */
  next: z.optional(z.nullable(z.object({ vocabulary: count, likeliest: z.string() }))),
});
export type ReferenceInput = z.infer<typeof ReferenceInput>;

/** A baseline: a uniform sample of normal inputs of one model and template, and of how many. */
export const MonitorBaseline = z.object({
  schemaVersion: z.literal(SCHEMA_VERSION),
  kind: z.literal('monitor-baseline'),
  tool: z.object({ name: z.literal('attnscope'), version: z.string() }),
  model: z.object({ name: z.string(), sha256: z.string(), layers: count, heads: count }),
  /** The template that inputs were put into; `null` where they were whole prompts. */
  template: z.nullable(z.object({ name: z.string(), sha256: z.string() })),
  /** The sections that every input has. */
  sections: z.array(Section),
  /** Which mean states are kept. */
  states: z.nullable(z.object({ layers: z.array(index), hidden: count })),
  /** How many inputs were measured, those included that are not kept. */
  inputs: index,
  /** Most inputs that are kept. */
  keep: count,
  /** Those with the lowest hashes, ascending: so merging is exact, and the same input counts once. */
  reference: z.array(ReferenceInput),
});
export type MonitorBaseline = z.infer<typeof MonitorBaseline>;

/** A figure of an input beside what inputs of its length have in the baseline. */
export const CheckedStatistic = z.object({
  /** A feature of a head; `states`: the distance of a layer's mean state from the baseline's. */
  name: z.union([FeatureKind, z.literal('states')]),
  layer: z.optional(index),
  head: z.optional(index),
  section: z.optional(Section),
  value: z.number(),
  expected: z.number(),
  /** By how many standard deviations of the prediction it is off. */
  z: z.number(),
});
export type CheckedStatistic = z.infer<typeof CheckedStatistic>;

/** What a stream is watched by: see `StreamWindow`. */
export const StreamStatistic = z.enum(['surplus', 'drift']);
export type StreamStatistic = z.infer<typeof StreamStatistic>;

/** What the inputs of a stream so far say together. */
export const StreamWindow = z.object({
  /** Inputs in the window of `drift`. */
  inputs: count,
  /** Alarms among them. */
  alarms: index,
  /** Evidence that the share of alarms rose (CUSUM), in nats. */
  surplus: z.number(),
  surplusLimit: z.number(),
  /** How far the mean state of the window is from the baseline's; `null` while the window is not full. */
  drift: z.nullable(z.number()),
  driftLimit: z.nullable(z.number()),
  /** Whether one of them is above its limit. */
  alarm: z.boolean(),
});
export type StreamWindow = z.infer<typeof StreamWindow>;

/** What the monitor says of one input. */
export const CheckLine = z.object({
  schemaVersion: z.literal(SCHEMA_VERSION),
  id: z.union([z.string(), z.number()]),
  anomaly: z.boolean(),
  /** How unusual the input is, 0 being usual; comparable between inputs of one baseline alone. */
  score: z.number(),
  /** The score above which one normal input in so many as was asked lies. */
  threshold: z.number(),
  tokens: count,
  /** What is farthest from the baseline, the farthest first, at most 5. */
  statistics: z.array(CheckedStatistic),
  /** What the model says and answered; `null` where nothing was asked, and the baseline does not know what is usual. */
  behaviour: z.nullable(Behaviour),
  window: z.optional(StreamWindow),
});
export type CheckLine = z.infer<typeof CheckLine>;

/** What a baseline says of itself. */
export const InspectedBaseline = z.object({
  schemaVersion: z.literal(SCHEMA_VERSION),
  model: MonitorBaseline.shape.model,
  template: MonitorBaseline.shape.template,
  /** Inputs that were measured, and different ones that are kept. */
  inputs: index,
  kept: index,
  /** Of those that are kept. */
  tokens: z.object({ least: count, median: z.number(), most: count }),
  /** The rarest false alarm that can be asked for: one in so many. `null`: too few inputs for any alarm. */
  rarest: z.nullable(count),
  /** What the reading position gives each section, mean over heads and inputs. */
  sections: z.array(z.object({ section: Section, share: z.number() })),
  /** What is compared as one; `shrinkage`: how much of its covariance is made up of equal variances, 0 to 1. */
  blocks: z.array(
    z.object({
      name: z.enum(['attention', 'states']),
      layer: z.optional(index),
      figures: index,
      shrinkage: z.number(),
    }),
  ),
});
export type InspectedBaseline = z.infer<typeof InspectedBaseline>;

/** A feature in two baselines, at the same length. */
export const ComparedFeature = z.extend(FeatureName, {
  /** What inputs of the mean length of both have, by each. */
  before: z.number(),
  after: z.number(),
  /** Difference over its standard error, as of two independent samples. */
  z: z.number(),
});
export type ComparedFeature = z.infer<typeof ComparedFeature>;

/** How two baselines of one model differ. */
export const ComparedBaselines = z.object({
  schemaVersion: z.literal(SCHEMA_VERSION),
  /** Inputs that each keeps. */
  kept: z.array(index),
  /** Tokens of an input in each: the geometric mean. */
  tokens: z.array(z.number()),
  /** By |z|, the largest first. */
  features: z.array(ComparedFeature),
  /** Root mean square of z over the figures of a layer's mean state; about 1 where the inputs are alike. */
  states: z.array(z.object({ layer: index, distance: z.number() })),
});
export type ComparedBaselines = z.infer<typeof ComparedBaselines>;
