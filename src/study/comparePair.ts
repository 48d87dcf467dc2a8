import type { Difference, StudiedFeature, StudiedPair, StudyClass } from '../protocol/measured/study';
import { auroc, hedgesG } from '../statistics/effectSizes';
import { lastTerm, regressOut } from '../statistics/leastSquares';
import { benjaminiHochberg, holm } from '../statistics/manyTests';
import { mannWhitney } from '../statistics/rankTests';
import { crossValidate } from './crossValidate';
import type { FeatureColumn } from './featureTable';
import { nuisanceOf } from './nuisance';
import type { StudiedPrompt } from './studiedPrompt';

/** How many features of heads, and of means, are told. */
const TOLD = 15;
/** Fewest prompts of a class that is compared. */
export const FEWEST_PROMPTS = 8;
const LEVEL = 0.05;

/** How two classes differ in each number that all of their prompts have, beside their lengths. */
export function comparePair(
  prompts: readonly StudiedPrompt[],
  table: readonly FeatureColumn[],
  of: StudyClass,
  against: StudyClass,
  seed: number,
): StudiedPair {
  const chosen = [...prompts.keys()].filter((at) => [of, against].includes(prompts[at]!.line.class));
  const pair = chosen.map((at) => prompts[at]!);
  const isFirst = pair.map(({ line }) => line.class === of);
  const columns = table
    .map((column) => ({ ...column, values: Float64Array.from(chosen, (at) => column.values[at]!) }))
    .filter(({ values }) => isTold(values, isFirst));

  const account = accountFor(pair, isFirst);
  const raw = corrected(columns.map(({ values }) => rawDifference(values, isFirst)));
  const adjusted = corrected(columns.map(({ values }) => account(values)));
  const studied = columns.map(({ feature, kind }, i) => ({
    kind,
    told: { feature, raw: raw[i]!, adjusted: adjusted[i]! },
  }));
  const best = (kind: FeatureColumn['kind']): StudiedFeature[] =>
    studied
      .filter((one) => one.kind === kind)
      .map(({ told }) => told)
      .sort(byAdjusted);
  const lengths = corrected(
    [pair.map(({ features }) => features.tokens), pair.map(({ line }) => line.text.length)].map((values) =>
      rawDifference(values, isFirst),
    ),
  );
  return {
    of,
    against,
    length: { tokens: lengths[0]!, characters: lengths[1]! },
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

type Tested = Omit<Difference, 'fdr' | 'holm'>;

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

/** With p-values adjusted over all of them. */
function corrected(tested: readonly Tested[]): Difference[] {
  const p = tested.map((one) => one.p);
  const [fdr, strict] = [benjaminiHochberg(p), holm(p)];
  return tested.map((one, i) => ({ ...one, fdr: fdr[i]!, holm: strict[i]! }));
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
