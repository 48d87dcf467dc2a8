import type { WireError } from '../protocol/errors';
import type { Finding } from '../protocol/finding';
import type { ChangeRefusal } from '../protocol/requests/counterfactual';
import type { Bounds, Expectation, PlacedExpectation, PromptTest } from './promptTest';

/** What was measured for an expectation. */
export type Measured =
  /** A share or probability of 0 to 1, or KL in nats: the largest of the passages that the part has. */
  | { kind: 'attention' | 'kl' | 'probability'; value: number }
  /** Those that are not known, in the order of the text. */
  | { kind: 'findings'; found: Finding[] }
  /** Whether the answer says what was looked for. */
  | { kind: 'answer'; text: string; says: boolean };

/** How an expectation ended: it holds or not, by what was measured; or it could not be measured. */
export type Verdict =
  | { outcome: 'passed' | 'failed'; measured: Measured }
  | { outcome: 'error'; error: WireError }
  /** The change of a part cannot be made. */
  | { outcome: 'error'; refused: ChangeRefusal };

export type Outcome = Verdict['outcome'];

/** An expectation and how it ended. */
export interface Judged {
  expectation: PlacedExpectation;
  verdict: Verdict;
}

/** A test that was run. */
export interface TestRun {
  test: PromptTest;
  judged: Judged[];
  /** Set where the prompt could not be read at all; then nothing was judged. */
  error?: WireError;
  /** Tokens that were fed; `null` where none were. */
  tokens: number | null;
  /** Tokens of the variables that were grown, by their names. */
  grown: Record<string, number>;
  /** Wall-clock time in ms. */
  ms: number;
}

/** Judges what was measured. Bounds hold where they are met exactly. */
export function judge(expectation: Expectation, measured: Measured): 'passed' | 'failed' {
  return holds(expectation, measured) ? 'passed' : 'failed';
}

function holds(expectation: Expectation, measured: Measured): boolean {
  if (measured.kind === 'findings') return measured.found.length === 0;
  if (measured.kind === 'answer') return measured.says !== ('not' in expectation && expectation.not);
  return 'value' in measured && isWithin(expectation as Bounds, measured.value);
}

function isWithin({ atLeast, atMost }: Bounds, value: number): boolean {
  return value >= (atLeast ?? -Infinity) && value <= (atMost ?? Infinity);
}

/** A test fails with one expectation, and is an error where one could not be measured: that is never a pass. */
export function outcomeOf({ judged, error }: Pick<TestRun, 'judged' | 'error'>): Outcome {
  return error ? 'error' : wholeVerdict(judged.map(({ verdict }) => verdict.outcome));
}

/**
 * The verdict on many: an error where anything could not be run, or nothing was, whatever else passed or failed. What
 * is printed and the exit code are both made of it.
 */
export function wholeVerdict(outcomes: readonly Outcome[]): Outcome {
  if (outcomes.length === 0 || outcomes.includes('error')) return 'error';
  return outcomes.includes('failed') ? 'failed' : 'passed';
}
