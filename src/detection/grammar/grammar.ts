import { type Concept, concepts, conceptIndex } from '../lexicon/concepts';

/** One step of a pattern: a phrase of one of these kinds, near enough to the step before. */
export interface Step {
  is: readonly Concept[];
  /** Most words between this phrase and the one before. */
  within: number;
  /** The only words that may stand between, in plain lower case; any where it is left out. */
  through?: ReadonlySet<string>;
  /** The phrase may stand in one of the next sentences. */
  may?: 'cross-sentence';
}

/** Phrases in their order. */
export type Pattern = readonly Step[];

/** A pattern as the matcher reads it: whether a step takes a concept, by the index of the concept. */
export interface CompiledStep {
  takes: Uint8Array;
  kinds: readonly number[];
  within: number;
  through: ReadonlySet<string> | undefined;
  crossesSentences: boolean;
}

export interface CompiledPattern {
  steps: readonly CompiledStep[];
  /** Whether one of its phrases at least is not English. */
  abroad: boolean;
}

/** What a rule looks for: any of its patterns. */
export type Grammar = readonly CompiledPattern[];

/**
 * @param patterns of all languages
 * @param abroad patterns of languages other than English, which would say too little or too much there
 */
export function grammarOf(patterns: readonly Pattern[], abroad: readonly Pattern[] = []): Grammar {
  return [
    ...patterns.map((pattern) => ({ steps: compiled(pattern), abroad: false })),
    ...abroad.map((pattern) => ({ steps: compiled(pattern), abroad: true })),
  ];
}

function compiled(pattern: Pattern): CompiledStep[] {
  return pattern.map(({ is, within, through, may }) => ({
    takes: tableOf(is),
    kinds: is.map((concept) => conceptIndex[concept]),
    within,
    through,
    crossesSentences: may === 'cross-sentence',
  }));
}

function tableOf(some: readonly Concept[]): Uint8Array {
  const table = new Uint8Array(concepts.length);
  for (const concept of some) table[conceptIndex[concept]] = 1;
  return table;
}

/** The first step of a pattern. */
export function first(...is: Concept[]): Step {
  return { is, within: 0 };
}

/**
 * A step after the first (not named `then`: a module that exports that counts as a promise); `within` counts words
 * between.
 */
export function followedBy(within: number, ...is: Concept[]): Step {
  return { is, within };
}

/** A step with nothing but these words between. */
export function through(words: ReadonlySet<string>, within: number, ...is: Concept[]): Step {
  return { is, within, through: words };
}

/** A later step that may stand in one of the next sentences. */
export function thenLater(within: number, ...is: Concept[]): Step {
  return { is, within, may: 'cross-sentence' };
}

/**
 * Patterns of the same phrases in every order, as languages differ in where the verb stands.
 *
 * @param within most words between two neighbours
 * @param parts the kinds of each phrase
 */
export function inAnyOrder(within: number, ...parts: readonly Concept[][]): Pattern[] {
  return orders(parts).map((order) => order.map((is) => ({ is, within })));
}

function orders<T>(parts: readonly T[]): T[][] {
  if (parts.length < 2) return [[...parts]];
  return parts.flatMap((part, at) =>
    orders(parts.filter((_, index) => index !== at)).map((rest) => [part, ...rest]),
  );
}
