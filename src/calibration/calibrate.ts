import type { Calibration } from '../protocol/measured/calibration';
import { baselines } from './baselines';
import { crossValidate, examplesOf, type Measured, type ReadText } from './crossValidate';
import { fitHead, headMethod, type FittedHead, type HeadChoice } from './fitHead';
import { isBetter, rowOf, thresholdOf } from './judge';
import { auroc } from './figures';
import { FOLDS, type Deal } from './texts';

/** How hard weights may be held back; see `fitLogistic`. */
const PENALTIES = [30, 300, 3_000];

/** What a calibration is made from. */
export interface Calibrated {
  texts: readonly ReadText[];
  /** How many layers were read, and the numbers of a state. */
  layers: number;
  hidden: number;
  dealt: Deal;
  falseAlarms: number;
}

/** A head that is fitted to all texts, and what it was worth. */
export interface CalibratedHead {
  head: FittedHead;
  choice: HeadChoice;
  threshold: number | null;
  verdict: Calibration['verdict'];
  rows: Calibration['rows'];
}

/**
 * Fits a head on the states of sentences. Layers and penalty are those with the highest cross-validated AUROC: each
 * layer and all of them, then other penalties. It gets a threshold only where it is better than length, longest sentence and n-grams,
 * and where there are files enough for the share of false alarms that is asked for.
 */
export function calibrate({ texts, layers, hidden, dealt, falseAlarms }: Calibrated): CalibratedHead {
  const { choice, own, measured } = bestHead(texts, layers, hidden, dealt);
  const others = Object.entries(baselines).map(
    ([name, method]) => [name as keyof typeof baselines, crossValidate(texts, dealt, method)] as const,
  );
  const head = fitHead(
    examplesOf(texts, () => true),
    choice,
    hidden,
  );
  const clean = measured.filter(({ planted }) => !planted).length;
  const better = isBetter(
    measured,
    others.map(([, other]) => other),
  );
  const verdict = !better ? 'no-better' : clean * falseAlarms < 1 ? 'too-few-files' : 'warns';
  return {
    head,
    choice,
    verdict,
    threshold: verdict === 'warns' ? thresholdOf(own, falseAlarms) : null,
    rows: [
      rowOf('probe', measured, falseAlarms),
      ...others.map(([name, other]) => rowOf(name, other, falseAlarms)),
    ],
  };
}

/**
 * The best of the heads that are tried, and what the choice is worth: each part is measured by the head that is best on
 * the other parts, so that a lucky one among many gains nothing.
 */
function bestHead(
  texts: readonly ReadText[],
  layers: number,
  hidden: number,
  dealt: Deal,
): { choice: HeadChoice; own: Measured[]; measured: Measured[] } {
  const single = Array.from({ length: layers }, (_, layer) => [layer]);
  const sets = layers > 1 ? [...single, single.flat()] : single;
  const measure = (choice: HeadChoice) => ({
    choice,
    measured: crossValidate(texts, dealt, headMethod(choice, hidden)),
  });
  const middle = PENALTIES[1]!;
  const tried = sets.map((set) => measure({ layers: set, penalty: middle }));
  const { layers: set } = highest(tried).choice;
  const rest = PENALTIES.filter((penalty) => penalty !== middle);
  tried.push(...rest.map((penalty) => measure({ layers: set, penalty })));
  const measured = Array.from({ length: FOLDS }, (_, fold) =>
    highest(tried, (one) => one.fold !== fold).measured.filter((one) => one.fold === fold),
  ).flat();
  const { choice, measured: own } = highest(tried);
  return { choice, own, measured };
}

/** The one with the highest AUROC on some of the texts. */
function highest<T extends { measured: readonly Measured[] }>(
  tried: readonly T[],
  isCounted: (one: Measured) => boolean = () => true,
): T {
  const aurocs = tried.map(({ measured }) => {
    const best = (planted: boolean) =>
      measured.filter((one) => one.planted === planted && isCounted(one)).map((one) => one.best);
    return auroc(best(true), best(false));
  });
  return tried[aurocs.indexOf(Math.max(...aurocs))]!;
}
