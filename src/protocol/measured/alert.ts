/** An alert of the monitor, one line of an alert log. It holds no word of the input unless that was asked for. */
import { SCHEMA_VERSION } from '../analysis';
import { z } from '../schema';
import { CheckedStatistic, StreamStatistic } from './monitor';

const index = z.int().check(z.nonnegative());

export const Alert = z.object({
  schemaVersion: z.literal(SCHEMA_VERSION),
  /** Unique to this alert. */
  id: z.string(),
  /** When the input was checked: ISO 8601, UTC. */
  time: z.string(),
  /** The baseline file that it was checked against. */
  baseline: z.object({ sha256: z.string(), name: z.string() }),
  model: z.object({ name: z.string(), sha256: z.string() }),
  input: z.object({
    id: z.union([z.string(), z.number()]),
    /** Over the UTF-8 bytes of the text. */
    sha256: z.string(),
    /** Where the text came from, and its line (from 1 on) where it is one of a file of lines. */
    uri: z.optional(z.string()),
    line: z.optional(z.int().check(z.positive())),
    /** The template that it was put into, where it was: then the text is that of its places, as JSON. */
    template: z.optional(z.string()),
    tokens: index,
  }),
  score: z.number(),
  threshold: z.number(),
  /** The threshold stands for one false alarm per so many inputs; that of a stream for one in ten times as many. */
  oneIn: z.number().check(z.positive()),
  /** Of an alert about the inputs of a stream together, which was told at `input`; score and threshold are its own. */
  stream: z.optional(
    z.object({
      statistic: StreamStatistic,
      /** Inputs of the window, and how many of them were alarms. */
      inputs: index,
      alarms: index,
    }),
  ),
  /** What is farthest from the baseline, the farthest first; nothing where the alert is about a stream. */
  statistics: z.array(CheckedStatistic),
  /** What the model did with the input, where that was looked at. */
  behaviour: z.nullable(z.unknown()),
  /** The input itself, where it was asked for. */
  text: z.optional(z.string()),
});
export type Alert = z.infer<typeof Alert>;
