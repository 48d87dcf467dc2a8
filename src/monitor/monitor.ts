import { AttnscopeError } from '../protocol/errors';
import type { MonitorBaseline } from '../protocol/measured/monitor';
import { mean, variance } from '../statistics/moments';
import { meanAnswer, type MeanAnswer } from './answers';
import { driftLimits, type DriftReference } from './drift';
import { distances, fit, type Fitted } from './fitted';
import { thresholdAbove } from './numbers/tail';
import { readReference, type Reference, type ReferenceRow } from './reference';

/** Fewer reference inputs than this raise no alarm, however rarely one is wanted. */
export const FEWEST_REFERENCE = 20;
/** How often the reference is divided, to score each part by what the others are like. */
const FOLDS = 10;
/** Sides of an input that can be unusual: what heads do, and the states. */
export const PARTS = ['attention', 'states'] as const;
export type Part = (typeof PARTS)[number];

/** A baseline made ready to check inputs. Plain data; nothing of it changes. */
export interface Monitor {
  baseline: MonitorBaseline;
  reference: Reference;
  /** One normal input in so many is to raise an alarm. */
  oneIn: number;
  parts: readonly Part[];
  fitted: Fitted;
  /** `[blocks]`: what the log distances of reference inputs are that the fit did not see. */
  usual: readonly Spread[];
  /** The same of the mean over the states' layers; `null` where no states are kept. */
  usualStates: Spread | null;
  threshold: number;
  drift: DriftReference | null;
  answers: MeanAnswer | null;
}

/** Fits a baseline once, for any number of inputs. `parts`: what counts; both where absent. */
export function openMonitor(
  baseline: MonitorBaseline,
  oneIn: number,
  parts: readonly Part[] = PARTS,
): Monitor {
  const reference = readReference(baseline);
  const { rows } = reference;
  refuseRare(rows.length, oneIn);
  const unseen = crossFitted(rows);
  const blocks = unseen[0]!.logs.map((_, block) => unseen.map(({ logs }) => logs[block]!));
  const usual = blocks.map(spread);
  const own = unseen.map(({ logs }) => usual.map((all, block) => without(all, logs[block]!, unseen.length)));
  const states =
    reference.layers.length > 0 ? unseen.map(({ logs }, at) => statesMean(own[at]!, logs)) : null;
  const usualStates = states && spread(states);
  const scores = unseen.map(({ logs }, at) => {
    const others = usualStates && without(usualStates, states[at]!, unseen.length);
    return scoreOf({ usual: own[at]!, usualStates: others, parts }, logs).score;
  });
  const sorted = scores.sort((a, b) => a - b);
  return {
    ...{ baseline, reference, oneIn, parts, usual, usualStates },
    fitted: fit(rows),
    threshold: thresholdAbove(sorted, oneIn),
    answers: meanAnswer(baseline.reference),
    drift: reference.layers.length > 0 ? driftLimits(unseen.map(({ z }) => z.slice(1))) : null,
  };
}

/** @throws AttnscopeError `bad-input` where the reference is too small for alarms that rare */
function refuseRare(reference: number, oneIn: number): void {
  const enough = Math.max(FEWEST_REFERENCE, oneIn - 1);
  if (reference < enough)
    throw new AttnscopeError(
      'bad-input',
      `The baseline keeps ${reference} different inputs, and one false alarm in ${oneIn} takes at least ${enough}: a rarer one than in ${reference + 1} cannot be told from so few, and below ${FEWEST_REFERENCE} nothing is. Fit more inputs (see "monitor fit --keep")${reference < FEWEST_REFERENCE ? '' : `, or ask for --one-in ${reference + 1}`}.`,
    );
}

/** The score of an input, from its log distances: the larger of what its parts have, in standard deviations. */
export function scoreOf(
  monitor: Pick<Monitor, 'usual' | 'usualStates' | 'parts'>,
  logs: readonly number[],
): { score: number; part: Part } {
  const { usual, usualStates, parts } = monitor;
  const attention = parts.includes('attention') ? standardized(logs[0]!, usual[0]!) : -Infinity;
  const states =
    usualStates && parts.includes('states') ? standardized(statesMean(usual, logs), usualStates) : -Infinity;
  return attention >= states ? { score: attention, part: 'attention' } : { score: states, part: 'states' };
}

/** Scores each reference input by a fit that has not seen it. Rows stand by hash, so every tenth is a random choice. */
function crossFitted(rows: readonly ReferenceRow[]): ReturnType<typeof distances>[] {
  const folds = Math.min(FOLDS, rows.length);
  const fits = Array.from({ length: folds }, (_, fold) => fit(rows.filter((_, at) => at % folds !== fold)));
  return rows.map((row, at) => distances(fits[at % folds]!, row));
}

function statesMean(usual: Monitor['usual'], [, ...states]: readonly number[]): number {
  return mean(states.map((log, layer) => standardized(log, usual[layer + 1]!)));
}

export function standardized(value: number, usual: Spread): number {
  return (value - usual.mean) / usual.sd;
}

/** Mean and standard deviation. */
interface Spread {
  mean: number;
  sd: number;
}

function spread(values: readonly number[]): Spread {
  return { mean: mean(values), sd: Math.sqrt(variance(values)) };
}

/**
 * The spread of `count` values without one of them (deleted residuals; Belsley, Kuh and Welsch 1980). An odd input of the
 * reference widens the spread that it is measured by, which a new one does not: measured by the others, both score alike.
 */
function without({ mean: middle, sd }: Spread, value: number, count: number): Spread {
  const off = value - middle;
  const squares = sd ** 2 * (count - 1) - (off ** 2 * count) / (count - 1);
  return { mean: middle - off / (count - 1), sd: Math.sqrt(Math.max(0, squares) / (count - 2)) };
}
