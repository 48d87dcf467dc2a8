import { expect, it } from 'vitest';
import manifest from '../../../../package.json';
import { inferenceOptions, LONGEST_IDLE } from '../../../../src/editor/model/inferenceOptions';
import { DEFAULT_SETTINGS } from '../../../../src/editor/settings/settings';

const idleMs = (idleSeconds: number): number | undefined =>
  inferenceOptions({ ...DEFAULT_SETTINGS, model: { ...DEFAULT_SETTINGS.model, idleSeconds } }, '').idleMs;

it('a model that is to stay for ever is not ended at once by a timer that cannot wait so long', () => {
  for (const seconds of [2_147_484, 1e9, Number.MAX_VALUE]) {
    expect(idleMs(seconds)).toBeLessThanOrEqual(2 ** 31 - 1);
    expect(idleMs(seconds)).toBeGreaterThan(24 * 24 * 3_600_000);
  }
});

it('a time within the limits is as it is set', () => {
  expect([idleMs(1), idleMs(300)]).toEqual([10_000, 300_000]);
});

it('the settings editor names the same limit', () => {
  const [declared] = manifest.contributes.configuration.flatMap(({ properties }) =>
    Object.entries(properties).filter(([name]) => name === 'attnscope.model.idleSeconds'),
  );
  expect(declared?.[1]).toMatchObject({ minimum: 10, maximum: LONGEST_IDLE });
});
