import type { Severity } from '../protocol/finding';
import type { ReadAs } from '../protocol/prompt';
import type { Change } from '../protocol/requests/counterfactual';
import type { Place } from '../protocol/written/problem';

/** What a number has to keep; at least one of the two is there. */
export interface Bounds {
  atLeast?: number;
  atMost?: number;
}

/** What an answer has to say: one of the three is there. */
export interface SaidCheck {
  contains?: string;
  matches?: string;
  json?: { path: string; equals?: unknown };
}

export type Expectation =
  /** The share of the reading position's attention on a part, 0 to 1, without the sink. */
  | ({ kind: 'attention'; to: string } & Bounds)
  /** No finding of severity `from` or graver, but of the known rules, and those in the baseline (a scan's JSON). */
  | { kind: 'findings'; known: string[]; baseline?: string; from: Severity }
  /** KL divergence of the next token's distribution where a part is changed, in nats. */
  | ({ kind: 'kl'; change: Change; part: string } & Bounds)
  /** The greedy answer, of at most `tokens` tokens. */
  | { kind: 'answer'; says: SaidCheck; not: boolean; tokens: number }
  /** The probability that the answer begins so. */
  | ({ kind: 'probability'; of: string } & Bounds);

export type PlacedExpectation = Expectation & { place: Place };

/** A prompt before its variables are filled in: one plain text, or messages; each from its words or from a file. */
export type PromptSource =
  | { kind: 'text'; as: ReadAs; text: string }
  | { kind: 'file'; as: ReadAs; file: string }
  | { kind: 'messages'; messages: { role: string; content?: string; file?: string }[] };

/** One test: one prompt that is fed, and what is expected of it. */
export interface PromptTest {
  /** Its own among the tests of a file. */
  name: string;
  place: Place;
  /** Name of the prompt. */
  prompt: string;
  source: PromptSource;
  /** Values by the variables' names. */
  variables: Record<string, string>;
  /** Tokens that a variable's value is grown to, by its name. */
  grow: Record<string, number>;
  expectations: PlacedExpectation[];
}
