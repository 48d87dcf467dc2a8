import type { Difference, StudiedFeature, StudiedPair, StudyClass } from '../protocol/measured/study';
import { auroc, hedgesG } from '../statistics/effectSizes';
import { lastTerm, regressOut } from '../statistics/leastSquares';
import { mannWhitney } from '../statistics/rankTests';
import { correctEach, type Tested } from './corrections';
import { crossValidate } from './crossValidate';
import type { FeatureColumn } from './featureTable';
import { nuisanceOf } from './nuisance';
import type { StudiedPrompt } from './studiedPrompt';

/** How many features of heads, and of means, are told. */
const TOLD = 15;
/** Fewest prompts of a class that is compared. */
export const FEWEST_PROMPTS = 8;
const LEVEL = 0.05;

/** Tests of two classes, not yet corrected for being many. `raw`, `adjusted`: `[columns]`. */
interface TestedPair {
  of: StudyClass;
  against: StudyClass;
  pair: readonly StudiedPrompt[];
  isFirst: readonly boolean[];
  columns: readonly FeatureColumn[];
  raw: Tested[];
  adjusted: Tested[];
  /** Of the tokens, and of the characters of the text. */
  lengths: Tested[];
}

/**
 * How the classes of each pair differ in each number that all of their prompts have, beside their lengths. p-values are
 * corrected over all pairs: the tests of the numbers as they are, those of the adjusted ones, and those of lengths.
 */
export function comparePairs(
  prompts: readonly StudiedPrompt[],
  table: readonly FeatureColumn[],
  pairs: readonly (readonly [StudyClass, StudyClass])[],
  seed: number,
): StudiedPair[] {
  const tested = pairs.map(([of, against]) => testPair(prompts, table, of, against));
  const [raw, adjusted, lengths] = (['raw', 'adjusted', 'lengths'] as const).map(
    (kind) => correctEach(tested.map((pair) => pair[kind])) as Difference[][],
  );
  return tested.map((pair, at) => tellPair(pair, raw![at]!, adjusted![at]!, lengths![at]!, seed));
}

function testPair(
  prompts: readonly StudiedPrompt[],
  table: readonly FeatureColumn[],
  of: StudyClass,
  against: StudyClass,
): TestedPair {
  const chosen = [...prompts.keys()].filter((at) => [of, against].includes(prompts[at]!.line.class));
  const pair = chosen.map((at) => prompts[at]!);
  const isFirst = pair.map(({ line }) => line.class === of);
  const columns = table
    .map((column) => ({ ...column, values: Float64Array.from(chosen, (at) => column.values[at]!) }))
    .filter(({ values }) => isTold(values, isFirst));
  const account = accountFor(pair, isFirst);
  const lengths = [pair.map(({ features }) => features.tokens), pair.map(({ line }) => line.text.length)];
  return {
    ...{ of, against, pair, isFirst, columns },
    raw: columns.map(({ values }) => rawDifference(values, isFirst)),
    adjusted: columns.map(({ values }) => account(values)),
    lengths: lengths.map((values) => rawDifference(values, isFirst)),
  };
}

function tellPair(
  { of, against, pair, isFirst, columns }: TestedPair,
  raw: readonly Difference[],
  adjusted: readonly Difference[],
  [tokens, characters]: readonly Difference[],
  seed: number,
): StudiedPair {
  const best = (kind: FeatureColumn['kind']): StudiedFeature[] =>
    columns
      .flatMap(({ feature, kind: own }, i) =>
        own === kind ? [{ feature, raw: raw[i]!, adjusted: adjusted[i]! }] : [],
      )
      .sort(byAdjusted);
  return {
    of,
    against,
    length: { tokens: tokens!, characters: characters! },
    tested: columns.length,
    differ: {
      raw: raw.filter(({ holm: p }) => p <= LEVEL).length,
      adjusted: adjusted.filter(({ holm: p }) => p <= LEVEL).length,
    },
    heads: best('heads').slice(0, TOLD),
    means: best('means').slice(0, TOLD),
    prompt: best('prompt'),
    crossValidated: crossValidate(pair, isFirst, columns, seed),
  };
}

/** Whether a number varies, and enough prompts of both classes have it. */
function isTold(values: Float64Array, isFirst: readonly boolean[]): boolean {
  const [a, b] = sides(values, isFirst);
  return Math.min(a.length, b.length) >= FEWEST_PROMPTS && [...a, ...b].some((value) => value !== a[0]);
}

/**
 * How the classes differ once length and language are accounted for, among the prompts that have the number. The test is
 * that of the class in the regression: a rank test of what is left would not know that the slopes are estimates.
 */
function accountFor(
  pair: readonly StudiedPrompt[],
  isFirst: readonly boolean[],
): (values: Float64Array) => Tested {
  const fits = new Map<string, Fit>();
  return (values) => {
    const known = [...values.keys()].filter((at) => !Number.isNaN(values[at]!));
    const key = known.join();
    const fit =
      fits.get(key) ??
      fitFor(
        known.map((at) => pair[at]!),
        known.map((at) => isFirst[at]!),
      );
    fits.set(key, fit);
    const outcome = known.map((at) => values[at]!);
    const { auroc: above, g } = rawDifference(fit.left(outcome), fit.isFirst);
    return { auroc: above, g, p: fit.test(outcome).p };
  };
}

interface Fit {
  isFirst: boolean[];
  left: ReturnType<typeof regressOut>;
  test: ReturnType<typeof lastTerm>;
}

function fitFor(pair: readonly StudiedPrompt[], isFirst: boolean[]): Fit {
  const nuisance = nuisanceOf(pair);
  const groups = isFirst.map(Number);
  return {
    isFirst,
    left: regressOut(nuisance, groups),
    test: lastTerm([groups.map(() => 1), ...nuisance, groups]),
  };
}

function rawDifference(values: ArrayLike<number>, isFirst: readonly boolean[]): Tested {
  const [a, b] = sides(values, isFirst);
  return { auroc: auroc(a, b), g: hedgesG(a, b), p: mannWhitney(a, b).p };
}

function sides(values: ArrayLike<number>, isFirst: readonly boolean[]): [number[], number[]] {
  const of = (first: boolean) =>
    Array.from(values).filter((value, at) => isFirst[at] === first && !Number.isNaN(value));
  return [of(true), of(false)];
}

function byAdjusted(a: StudiedFeature, b: StudiedFeature): number {
  const away = ({ adjusted }: StudiedFeature) => Math.abs(adjusted.auroc.value - 0.5);
  return away(b) - away(a);
}
