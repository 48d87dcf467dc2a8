import { ModelSummary, SCHEMA_VERSION } from '../analysis';
import { z } from '../schema';

const count = z.int().check(z.nonnegative());

/** A place in a test file, all from 1, columns in UTF-16 code units, the end left out. */
const place = {
  line: z.int().check(z.positive()),
  column: z.int().check(z.positive()),
  endLine: z.int().check(z.positive()),
  endColumn: z.int().check(z.positive()),
};

/** `error`: it could not be measured, which is never a pass. */
export const TestOutcome = z.enum(['passed', 'failed', 'error']);
export type TestOutcome = z.infer<typeof TestOutcome>;

/** One expectation and how it ended. */
export const ExpectationResult = z.object({
  ...place,
  kind: z.enum(['attention', 'findings', 'kl', 'answer', 'probability']),
  outcome: TestOutcome,
  /** What has to hold, in words. */
  expected: z.string(),
  /** What was measured, or why nothing was, in words. */
  actual: z.string(),
  /** A share or probability of 0 to 1, KL in nats, or the number of findings; `null` where there is none. */
  value: z.nullable(z.number()),
});
export type ExpectationResult = z.infer<typeof ExpectationResult>;

export const TestResult = z.object({
  ...place,
  name: z.string(),
  /** Name of the prompt. */
  prompt: z.string(),
  outcome: TestOutcome,
  /** Why the test could not be run; then nothing was measured. */
  error: z.optional(z.string()),
  /** Tokens that were fed, those of the chat template with them; `null` where none were. */
  tokens: z.nullable(count),
  /** Tokens of the variables that were grown, by their names. */
  grown: z.record(z.string(), count),
  /** Wall-clock time in ms. */
  ms: z.number().check(z.nonnegative()),
  expectations: z.array(ExpectationResult),
});
export type TestResult = z.infer<typeof TestResult>;

export const TestFileResult = z.object({
  /** As it was named, or relative to the folder that was named. */
  path: z.string(),
  /** What is wrong with the file: with any, none of its tests was run. */
  problems: z.array(z.object({ ...place, message: z.string() })),
  tests: z.array(TestResult),
});
export type TestFileResult = z.infer<typeof TestFileResult>;

/** What `attnscope test` found, `*.prompt-results.json`. */
export const PromptResults = z.object({
  schemaVersion: z.literal(SCHEMA_VERSION),
  tool: z.object({ name: z.literal('attnscope'), version: z.string() }),
  /** The model that read the prompts; `null` where none did. */
  model: z.nullable(ModelSummary),
  /** The verdict on all: `error` where anything could not be run, or there was nothing to run. */
  outcome: TestOutcome,
  /** Numbers of tests; what is wrong with files counts among the errors too. */
  passed: count,
  failed: count,
  errors: count,
  files: z.array(TestFileResult),
});
export type PromptResults = z.infer<typeof PromptResults>;
