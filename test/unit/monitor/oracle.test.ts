import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { answerDivergence, answerToText, meanAnswer } from '../../../src/monitor/answers';
import { checkInput, measuredDistances } from '../../../src/monitor/check';
import { compareBaselines } from '../../../src/monitor/compare';
import { openMonitor } from '../../../src/monitor/monitor';
import { checkNext, START } from '../../../src/monitor/stream';
import { thresholdAbove } from '../../../src/monitor/numbers/tail';
import type { NextTokens } from '../../../src/protocol/measured/features';
import { baselineOf, featuresOf } from './madeUp';

interface Inputs {
  tokens: number[];
  values: number[][];
  states: number[][];
}
const file = path.resolve(import.meta.dirname, '../../fixtures/monitor/oracle.json');
const oracle = JSON.parse(readFileSync(file, 'utf8')) as {
  oneIn: number;
  reference: Inputs;
  other: Inputs;
  shrinkage: number[];
  usual: [number, number][];
  usualStates: [number, number];
  threshold: number;
  tails: { scores: number[]; oneIn: number; threshold: number }[];
  answers: {
    vocabulary: number;
    reference: NextTokens['tokens'][];
    inputs: { tokens: NextTokens['tokens']; kl: number }[];
  };
  checks: {
    tokens: number;
    values: number[];
    states: number[];
    logs: number[];
    score: number;
    anomaly: boolean;
    strongest: { value: number; expected: number; z: number };
  }[];
  stream: {
    inputs: Inputs;
    alarms: boolean[];
    surplus: number[];
    surplusLimit: number;
    drift: number;
    driftLimit: number;
  };
  comparedZ: number[];
  comparedStates: number[];
};
const read = ({ tokens, values, states }: Inputs) =>
  tokens.map((each, at) => featuresOf({ tokens: each, values: values[at]!, states: states[at]! }));
const fitted = (inputs: Inputs) => baselineOf(read(inputs));

/** Within 1e-6, of the number where it is large. */
function expectNear(got: number, wanted: number, what: string): void {
  expect(Math.abs(got - wanted), what).toBeLessThan(1e-6 * Math.max(1, Math.abs(wanted)));
}

describe('the monitor, by scikit-learn, statsmodels and SciPy', () => {
  const monitor = openMonitor(fitted(oracle.reference), oracle.oneIn);

  it('shrinks covariances alike', () => {
    oracle.shrinkage.forEach((wanted, block) =>
      expectNear(monitor.fitted[block]!.covariance.shrinkage, wanted, `block ${block}`),
    );
  });

  it('finds the same usual distances, by fits that had not seen the input, and the same threshold', () => {
    oracle.usual.forEach(([mean, sd], block) => {
      expectNear(monitor.usual[block]!.mean, mean, `mean ${block}`);
      expectNear(monitor.usual[block]!.sd, sd, `sd ${block}`);
    });
    expectNear(monitor.usualStates!.mean, oracle.usualStates[0], 'mean of states');
    expectNear(monitor.usualStates!.sd, oracle.usualStates[1], 'sd of states');
    expectNear(monitor.threshold, oracle.threshold, 'threshold');
  });

  it.each(oracle.tails)('finds the threshold of $scores.length scores for one in $oneIn', (tail) => {
    expectNear(thresholdAbove(tail.scores, tail.oneIn), tail.threshold, 'threshold');
  });

  it.each(oracle.checks.map((check, at) => ({ at, ...check })))('checks input $at alike', (check) => {
    const features = featuresOf(check);
    const { logs } = measuredDistances(monitor, features);
    check.logs.forEach((log, block) => expectNear(logs[block]!, log, `block ${block}`));
    const line = checkInput(monitor, 'x', features);
    expectNear(line.score, check.score, 'score');
    expect(line.anomaly).toBe(check.anomaly);
    const strongest = line.statistics.find(({ name }) => name !== 'states')!;
    expectNear(strongest.value, check.strongest.value, 'value');
    expectNear(strongest.expected, check.strongest.expected, 'expected');
    expectNear(strongest.z, check.strongest.z, 'z');
  });

  it('tells alike how far from the usual what is said next is', () => {
    const { vocabulary, reference, inputs } = oracle.answers;
    const kept = (tokens: NextTokens['tokens']) => ({
      next: { vocabulary, likeliest: answerToText({ vocabulary, tokens }) },
    });
    const mean = meanAnswer(reference.map(kept));
    for (const { tokens, kl } of inputs)
      expectNear(answerDivergence(mean, { vocabulary, tokens })!, kl, 'KL');
    // Of itself alone there is none; where one is not known, or another vocabulary is, nothing is told.
    const alone = meanAnswer([kept(reference[0]!)]);
    expectNear(answerDivergence(alone, { vocabulary, tokens: reference[0]! })!, 0, 'of itself');
    expect(meanAnswer([...reference.map(kept), {}])).toBeNull();
    expect(answerDivergence(mean, null)).toBeNull();
    expect(answerDivergence(mean, { vocabulary: 61, tokens: reference[0]! })).toBeNull();
  });

  it('watches a stream alike', () => {
    const { inputs, alarms, surplus, surplusLimit, drift, driftLimit } = oracle.stream;
    let state = START;
    const windows = read(inputs).map((features, at) => {
      const { line, after } = checkNext(monitor, state, at, features);
      state = after;
      expect(line.anomaly, `input ${at}`).toBe(alarms[at]);
      return line.window!;
    });
    // Ours stays at its limit once it is there.
    const reached = surplus.findIndex((sum) => sum >= surplusLimit);
    expect(reached).toBeGreaterThan(2);
    surplus.slice(0, reached).forEach((sum, at) => expectNear(windows[at]!.surplus, sum, `surplus ${at}`));
    expectNear(windows[reached]!.surplus, surplusLimit, 'limit of the surplus');
    expect(windows[18]!.drift).toBeNull();
    expectNear(windows[19]!.drift!, drift, 'drift');
    // Both are drawn at random.
    expect(Math.abs(windows[19]!.driftLimit! / driftLimit - 1)).toBeLessThan(0.1);
  });

  it('compares baselines alike', () => {
    const compared = compareBaselines(fitted(oracle.reference), fitted(oracle.other));
    const wanted = oracle.comparedZ.toSorted((a, b) => Math.abs(b) - Math.abs(a));
    expect(compared.features).toHaveLength(wanted.length);
    compared.features.forEach(({ z }, at) => expectNear(z, wanted[at]!, `feature ${at}`));
    compared.states.forEach(({ distance }, at) =>
      expectNear(distance, oracle.comparedStates[at]!, `layer ${at}`),
    );
  });
});
