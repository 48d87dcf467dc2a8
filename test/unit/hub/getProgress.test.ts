import { expect, it } from 'vitest';
import { createRate, describeGet } from '../../../src/hub/getProgress';
import { inWords } from '../../../src/protocol/sentence';

const progress = { done: 40e6, total: 100e6, kept: 0, waiting: false };

it('tells what is left by the rate of the last seconds', () => {
  let now = 0;
  const rate = createRate(() => now);
  expect(rate(0)).toBeUndefined();
  now = 4000;
  expect(rate(20e6)).toBe(5e6);
  // What was slow long ago does not count.
  now = 12_000;
  expect(rate(40e6)).toBe(2.5e6);
  expect(inWords([describeGet(progress, 2.5e6)])).toBe('40 of 100 MB, 24 s left');
});

it('tells that another one is waited for', () => {
  expect(inWords([describeGet({ ...progress, waiting: true }, 1)])).toMatch(/^Waiting for another window/);
});
