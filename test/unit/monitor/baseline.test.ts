import { describe, expect, it } from 'vitest';
import { mergeBaselines, addInput } from '../../../src/monitor/baseline';
import { checkInput } from '../../../src/monitor/check';
import { compareBaselines } from '../../../src/monitor/compare';
import { openMonitor } from '../../../src/monitor/monitor';
import { baselineOf, randomInputs } from './madeUp';

const inputs = randomInputs(60, 1);
/** Hashes in another order than the inputs came in. */
const names = inputs.map((_, at) => String((at * 37) % 60).padStart(4, '0'));
const halves = (keep: number) =>
  [inputs.slice(0, 25), inputs.slice(25)].map((half, at) =>
    baselineOf(half, keep, at === 0 ? names.slice(0, 25) : names.slice(25)),
  );

describe('a baseline', () => {
  it.each([200, 40])('of two halves merged equals that of the whole, %i kept', (keep) => {
    const [one, other] = halves(keep);
    const whole = baselineOf(inputs, keep, names);
    expect(mergeBaselines([one!, other!])).toEqual(whole);
    expect(mergeBaselines([other!, one!])).toEqual(whole);
    expect(whole.inputs).toBe(60);
    expect(whole.reference).toHaveLength(Math.min(60, keep));
  });

  it('is not merged, and checks nothing, of another model, template or kind of prompt', () => {
    const one = baselineOf(inputs);
    const ofOther = { ...one, model: { ...one.model, sha256: 'b2' } };
    expect(() => mergeBaselines([one, ofOther])).toThrow(/another model file/);
    const templated = { ...one, template: { name: 't', sha256: 'c' } };
    expect(() => mergeBaselines([one, templated])).toThrow(/different templates/);
    const [input] = randomInputs(1, 2);
    const spoken = { ...input!, sections: input!.sections.slice(1) };
    const monitor = openMonitor(one, 20);
    expect(() => checkInput(monitor, 1, spoken)).toThrow(
      /has the sections template, sink; .* user, template, sink/,
    );
    expect(() => addInput(one, { sha256: 'x', features: spoken })).toThrow(/has the sections/);
    expect(() => checkInput(monitor, 1, { ...input!, model: ofOther.model })).toThrow(/another model file/);
  });

  it('counts the same input once', () => {
    const one = baselineOf(inputs, 200, names);
    expect(mergeBaselines([one, one]).reference).toEqual(one.reference);
  });
});

describe('alarms', () => {
  it('are raised by what lies off, and name it', () => {
    const monitor = openMonitor(baselineOf(inputs), 50);
    const [usual, off] = [randomInputs(1, 5)[0]!, randomInputs(1, 6, 9)[0]!];
    expect(checkInput(monitor, 'a', usual)).toMatchObject({ id: 'a', anomaly: false, tokens: usual.tokens });
    const line = checkInput(monitor, 'b', off);
    expect(line.anomaly).toBe(true);
    expect(line.statistics).toHaveLength(5);
    const sizes = line.statistics.map(({ z }) => Math.abs(z));
    expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
  });

  it('where the states alone are off, name the states', () => {
    const monitor = openMonitor(baselineOf(inputs), 50);
    const [usual, off] = [randomInputs(1, 5)[0]!, randomInputs(1, 6, 9)[0]!];
    const line = checkInput(monitor, 1, { ...usual, states: off.states });
    expect(line.anomaly).toBe(true);
    expect(line.statistics.map(({ name }) => name)).toContain('states');
  });

  it('come as rarely on normal inputs as was asked, over many baselines', () => {
    let alarms = 0;
    for (let seed = 10; seed < 22; seed++) {
      const monitor = openMonitor(baselineOf(randomInputs(40, seed)), 10);
      for (const input of randomInputs(50, seed + 100))
        alarms += Number(checkInput(monitor, 1, input).anomaly);
    }
    // 600 inputs, 1 in 10: the standard deviation of what the references let expect is about 15.
    expect(alarms).toBeGreaterThan(25);
    expect(alarms).toBeLessThan(100);
  });

  it('are not promised more rarely than the reference can tell', () => {
    const baseline = baselineOf(inputs);
    expect(() => openMonitor(baseline, 62)).toThrow(
      /keeps 60 different inputs.*takes at least 61.*--one-in 61/,
    );
    expect(openMonitor(baseline, 61).oneIn).toBe(61);
    expect(() => openMonitor(baselineOf(inputs.slice(0, 19)), 5)).toThrow(/at least 20/);
  });
});

it('a baseline and itself differ in nothing; another of other inputs does', () => {
  const one = baselineOf(inputs);
  expect(compareBaselines(one, one).features.every(({ z }) => z === 0)).toBe(true);
  const moved = compareBaselines(one, baselineOf(randomInputs(60, 3, 2)));
  expect(moved.features[0]!.z).toBeGreaterThan(5);
  expect(moved.states.every(({ distance }) => distance > 3)).toBe(true);
});
