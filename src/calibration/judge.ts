import type { CalibrationRow, Figure } from '../protocol/measured/calibration';
import type { Measured } from './crossValidate';
import { percentiles } from '../statistics/bootstrap';
import { wilson } from '../statistics/proportion';
import { randomFrom } from '../statistics/random';
import { auroc, resampled, shareAbove, thresholdAt } from './figures';

const ROUNDS = 400;

/** Figures of one score, with 95 % intervals over files drawn with replacement; of shares of clean files by Wilson. */
export function rowOf(
  name: CalibrationRow['name'],
  measured: readonly Measured[],
  falseAlarms: number,
): CalibrationRow {
  const flagged = measured.filter(
    ({ planted, best, fold }) =>
      !planted &&
      best >=
        thresholdOf(
          measured.filter((m) => m.fold !== fold),
          falseAlarms,
        ),
  ).length;
  const clean = measured.filter(({ planted }) => !planted).length;
  const found = measured.filter((m) => m.planted);
  return {
    name,
    auroc: withInterval(measured, aurocOf),
    recall: withInterval(measured, (drawn) => recallOf(drawn, falseAlarms)),
    flagged: wilson(flagged, clean),
    rightFirst: found.filter(({ found: own, best }) => own === best).length / found.length,
  };
}

/** The lowest threshold that at most this share of the clean texts reach. */
export function thresholdOf(measured: readonly Measured[], falseAlarms: number): number {
  return thresholdAt(
    measured.flatMap(({ planted, best }) => (planted ? [] : [best])),
    falseAlarms,
  );
}

/**
 * Whether a score is better than each of the others: at least 97.5 % of the samples, of files drawn with replacement, the
 * same for all, have a higher AUROC. The others count in the direction in which they tell more: shorter texts are told by
 * their length, too.
 */
export function isBetter(score: readonly Measured[], others: readonly (readonly Measured[])[]): boolean {
  const random = randomFrom(7);
  const files = [...new Set(score.map(({ file }) => file))];
  const tables = [score, ...others].map(byFile);
  let ahead = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const drawn = resampled(random, files);
    const [own, ...rest] = tables.map((table) => aurocOf(drawn.flatMap((file) => table.get(file) ?? [])));
    if (rest.every((other) => own! > eitherWay(other))) ahead += 1;
  }
  return ahead >= 0.975 * ROUNDS;
}

/** What a score tells that may be high or low in planted texts. */
function eitherWay(value: number): number {
  return Math.max(value, 1 - value);
}

function withInterval(measured: readonly Measured[], figure: (drawn: readonly Measured[]) => number): Figure {
  const random = randomFrom(5);
  const table = byFile(measured);
  const files = [...table.keys()];
  const values = Array.from({ length: ROUNDS }, () =>
    figure(resampled(random, files).flatMap((file) => table.get(file)!)),
  ).filter((value) => !Number.isNaN(value));
  return { value: figure(measured), ...percentiles(values) };
}

function byFile(measured: readonly Measured[]): Map<number, Measured[]> {
  const table = new Map<number, Measured[]>();
  for (const one of measured) table.set(one.file, [...(table.get(one.file) ?? []), one]);
  return table;
}

function aurocOf(measured: readonly Measured[]): number {
  const best = (planted: boolean) => measured.filter((m) => m.planted === planted).map((m) => m.best);
  return auroc(best(true), best(false));
}

function recallOf(measured: readonly Measured[], falseAlarms: number): number {
  const found = measured.flatMap(({ found: own }) => own ?? []);
  return shareAbove(found, thresholdOf(measured, falseAlarms));
}
