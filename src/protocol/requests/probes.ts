import { z } from '../schema';

/** The probes: one for orders planted in prompts of an author, one for orders to a model inside data. */
export const ProbeName = z.enum(['instruction', 'data']);
export type ProbeName = z.infer<typeof ProbeName>;

/** Their files, named after the rules that warn by them. */
export const PROBE_FILES: Readonly<Record<ProbeName, string>> = {
  instruction: 'planted-instruction',
  data: 'instruction-in-data',
};

/** What a probe says of a prompt. Formula: docs/analyses/probes.md. */
export const ProbeReading = z.object({
  /** Of each sentence asked for, in order: a logit; `null` where none of its tokens was read. */
  scores: z.array(z.nullable(z.number())),
  /** Score from which a sentence is warned of; `null` where nothing was calibrated for texts like this. */
  threshold: z.nullable(z.number()),
  /** Share of clean texts in which some sentence is above it, on texts that the probe was not fitted to. */
  falseAlarms: z.nullable(z.number()),
});
export type ProbeReading = z.infer<typeof ProbeReading>;

/** What each probe says of a prompt; `null` where it was not asked. */
export const ProbeReadings = z.object({
  instruction: z.nullable(ProbeReading),
  data: z.nullable(ProbeReading),
});
export type ProbeReadings = z.infer<typeof ProbeReadings>;
