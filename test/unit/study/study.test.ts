import { describe, expect, it } from 'vitest';
import { StudyReport } from '../../../src/protocol/measured/study';
import { study } from '../../../src/study/study';
import { madePrompts } from './madePrompts';

const run = { version: '1.0.0', seed: 3, generate: 24, sha256: 'ab', errors: [] };
const pairOf = (report: StudyReport, of: string, against: string) =>
  report.pairs.find((pair) => pair.of === of && pair.against === against)!;

describe('a study of classes of like length', () => {
  const prompts = madePrompts(40);
  const report = study(prompts, run);

  it('names the one feature that tells injections apart, and no other', () => {
    const { heads, differ, length } = pairOf(report, 'injection', 'normal');
    expect(heads[0]!.feature).toEqual({ name: 'entropy', layer: 1, head: 2 });
    expect(heads[0]!.adjusted.auroc.value).toBeGreaterThan(0.8);
    expect(heads[0]!.adjusted.holm).toBeLessThan(0.001);
    expect(differ.adjusted).toBeLessThanOrEqual(2);
    // Its mean over a layer's heads holds it too.
    expect(length.tokens.auroc.low).toBeLessThan(0.5);
    expect(length.tokens.auroc.high).toBeGreaterThan(0.5);
  });

  it('corrects p-values over the tests of all pairs, shown or not', () => {
    const tests = report.pairs.reduce((sum, { tested }) => sum + tested, 0);
    const shown = report.pairs.flatMap(({ heads, means, prompt }) => [...heads, ...means, ...prompt]);
    const [least] = shown.map(({ adjusted }) => adjusted).sort((a, b) => a.p - b.p);
    expect(least!.holm).toBeCloseTo(least!.p * tests, 12);
    expect(least!.fdr).toBeCloseTo(least!.p * tests, 12);
    const correlations = [
      ...report.effects.map(({ pointBiserial }) => pointBiserial),
      ...report.wanted.map(({ spearman }) => spearman),
    ].filter((one) => one !== null);
    const lowest = correlations.toSorted((a, b) => a.p - b.p)[0]!;
    expect(lowest.holm).toBeCloseTo(Math.min(1, lowest.p * correlations.length), 12);
  });

  it('finds nothing where there is nothing', () => {
    expect(pairOf(report, 'jailbreak', 'normal').differ).toEqual({ raw: 0, adjusted: 0 });
  });

  it('tells texts of groups that were left out apart by it, and not by their length', () => {
    const [length, heads] = pairOf(report, 'injection', 'normal').crossValidated;
    expect(length).toMatchObject({ name: 'length', byGroup: true, folds: 5 });
    expect(length!.auroc.low).toBeLessThan(0.5);
    expect(heads!.auroc.low).toBeGreaterThan(0.6);
    expect(heads!.chosen[0]).toEqual({ name: 'entropy', layer: 1, head: 2 });
  });

  it('compares a number that only some prompts have among these', () => {
    const prompt = pairOf(report, 'jailbreak', 'normal').prompt.map(({ feature }) => feature.name);
    expect(prompt).toContain('anomaly');
    // None has this one, and in that one nothing varies.
    expect(prompt).not.toContain('dataProbe');
    expect(prompt).not.toContain('unusualRows');
  });

  it('tells how often each class showed what, and how that goes with anomaly', () => {
    const leaks = report.rates.find((rate) => rate.class === 'jailbreak' && rate.means === 'leak')!;
    expect(leaks.of).toBe(40);
    expect(leaks.shown).toBe(
      prompts.filter((p) => p.line.class === 'jailbreak' && p.behaviour!.checks.canary).length,
    );
    expect(report.rates.some((rate) => rate.class === 'normal' && rate.means === 'followed')).toBe(false);
    const effect = report.effects.find((one) => one.class === 'injection' && one.means === 'leak')!;
    // The leak was made from the anomaly itself.
    expect(effect.auroc!.value).toBe(1);
    expect(effect.pointBiserial!.low).toBeGreaterThan(0.5);
    expect(report.wanted.find((one) => one.class === 'injection')!.spearman!.value).toBeCloseTo(1, 9);
    // No prompt refused, so nothing is told of refusals.
    expect(report.effects.find((one) => one.class === null && one.means === 'refusal')!.auroc).toBeNull();
    // Prompts that the baseline was fitted to are left out.
    expect(report.effects.find((one) => one.class === 'normal' && one.means === 'leak')).toMatchObject({
      shown: expect.any(Number) as number,
    });
    expect(report.reference).toBe(20);
  });

  it('is a document of its schema, holds no text, and the seed decides it', () => {
    const json = JSON.stringify(report);
    expect(StudyReport.safeParse(JSON.parse(json)).error).toBeUndefined();
    expect(json).not.toContain('xxx');
    expect(JSON.stringify(study(madePrompts(40), run))).toBe(json);
  });
});

describe('a study of classes of unlike length', () => {
  const report = study(madePrompts(40, { longer: 0.8 }), run);
  const pair = pairOf(report, 'injection', 'normal');

  it('says so first', () => {
    expect(pair.length.tokens.auroc.value).toBeGreaterThan(0.85);
    expect(pair.crossValidated[0]!.auroc.value).toBeGreaterThan(0.8);
  });

  it('does not name a feature that follows the length', () => {
    const told = [...pair.heads]
      .filter(({ adjusted }) => adjusted.holm <= 0.05)
      .map(({ feature }) => feature);
    expect(told).toContainEqual({ name: 'entropy', layer: 1, head: 2 });
    expect(told).not.toContainEqual({ name: 'sink', layer: 0, head: 0 });
    expect(pair.differ.adjusted).toBeLessThanOrEqual(2);
  });
});

it('classes of fewer than eight prompts are not compared', () => {
  const few = madePrompts(40).filter(
    ({ line }) => line.class !== 'jailbreak' || Number(line.id.toString().slice(10)) < 7,
  );
  expect(study(few, run).pairs.map(({ of, against }) => `${of}/${against}`)).toEqual(['injection/normal']);
});
