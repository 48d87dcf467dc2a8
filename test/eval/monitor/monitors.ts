import { addInput, emptyBaseline } from '../../../src/monitor/baseline';
import { checkInput } from '../../../src/monitor/check';
import { openMonitor, PARTS, type Part } from '../../../src/monitor/monitor';
import { thresholdAbove } from '../../../src/monitor/numbers/tail';
import { mean, variance } from '../../../src/statistics/moments';
import type { Measured } from './collect';

/** Scores any input, and says from where on it is an alarm. */
export interface EvalMonitor {
  name: string;
  threshold: number;
  score(input: Measured): number;
}

const FOLDS = 10;

/** What is compared: the monitor by its parts, and two that know no model. */
export function monitors(reference: readonly Measured[], oneIn: number): EvalMonitor[] {
  const first = emptyBaseline(reference[0]!.features, null, { version: 'eval', keep: reference.length });
  const baseline = reference.reduce(
    (all, { id, features }) => addInput(all, { sha256: id, features }),
    first,
  );
  const ofParts = (name: string, parts: readonly Part[]): EvalMonitor => {
    const monitor = openMonitor(baseline, oneIn, parts);
    return {
      name,
      threshold: monitor.threshold,
      score: ({ id, features }) => checkInput(monitor, id, features).score,
    };
  };
  return [
    crossFitted('length', reference, oneIn, lengthScore),
    crossFitted('character 3-grams', reference, oneIn, ngramScore),
    ofParts('attention statistics', ['attention']),
    ofParts('mean states', ['states']),
    ofParts('both', PARTS),
  ];
}

/** The same rule for the threshold: scores of the reference by fits that had not seen the input. */
function crossFitted(
  name: string,
  reference: readonly Measured[],
  oneIn: number,
  fit: (normal: readonly Measured[]) => (input: Measured) => number,
): EvalMonitor {
  const scores = reference.map((input, at) =>
    fit(reference.filter((_, other) => other % FOLDS !== at % FOLDS))(input),
  );
  const sorted = scores.sort((a, b) => a - b);
  return { name, threshold: thresholdAbove(sorted, oneIn), score: fit(reference) };
}

function lengthScore(normal: readonly Measured[]): (input: Measured) => number {
  const lengths = normal.map(({ features }) => Math.log(features.tokens));
  const [middle, sd] = [mean(lengths), Math.sqrt(variance(lengths))];
  return ({ features }) => Math.abs(Math.log(features.tokens) - middle) / sd;
}

/** Characters of the window whose mean surprise is the score: a planted sentence is not thinned out by the rest. */
const WINDOW = 60;
/** Different characters that are reckoned with, for those that were never seen. */
const ALPHABET = 100;

/** How surprising the most surprising 60 characters are, each after the two before it, in nats per character. */
function ngramScore(normal: readonly Measured[]): (input: Measured) => number {
  const counts = new Map<string, number>();
  const add = (gram: string) => counts.set(gram, (counts.get(gram) ?? 0) + 1);
  for (const { text } of normal) {
    for (let at = 2; at < text.length; at++) {
      add(text.slice(at - 2, at + 1).toLowerCase());
      add(text.slice(at - 2, at).toLowerCase());
    }
  }
  return ({ text }) => {
    const low = text.toLowerCase();
    const surprises = Array.from({ length: Math.max(1, low.length - 2) }, (_, at) => {
      const [of, all] = [counts.get(low.slice(at, at + 3)) ?? 0, counts.get(low.slice(at, at + 2)) ?? 0];
      return -Math.log((of + 0.5) / (all + 0.5 * ALPHABET));
    });
    let most = -Infinity;
    for (let at = 0; at === 0 || at + WINDOW <= surprises.length; at++)
      most = Math.max(most, mean(surprises.slice(at, at + WINDOW)));
    return most;
  };
}
