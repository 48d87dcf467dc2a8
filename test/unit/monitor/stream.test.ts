import { expect, it } from 'vitest';
import { openMonitor } from '../../../src/monitor/monitor';
import { checkNext, START } from '../../../src/monitor/stream';
import type { Features } from '../../../src/protocol/measured/features';
import { baselineOf, randomInputs } from './madeUp';

const monitor = openMonitor(baselineOf(randomInputs(100, 1)), 50);

/** The window after each input. */
function windows(inputs: readonly Features[]) {
  let state = START;
  return inputs.map((input, id) => {
    const { line, after } = checkNext(monitor, state, id, input);
    state = after;
    return line.window!;
  });
}

it('a stream of normal inputs raises no alarm of its own', () => {
  const told = windows(randomInputs(200, 4));
  expect(told.filter(({ alarm }) => alarm)).toEqual([]);
  expect(told[18]).toMatchObject({ inputs: 19, drift: null });
  expect(told[19]!.drift).toBeGreaterThan(0);
  expect(told[199]!.inputs).toBe(20);
});

it('a rise of alarms is told after a few of them, and passes', () => {
  const told = windows([...randomInputs(40, 5), ...randomInputs(6, 6, 9), ...randomInputs(200, 7)]);
  expect(told.slice(0, 41).some(({ alarm }) => alarm)).toBe(false);
  expect(told[45]).toMatchObject({ alarm: true, surplus: told[45]!.surplusLimit });
  expect(told.at(-1)!.surplus).toBeLessThan(told.at(-1)!.surplusLimit);
});

it('a drift that makes no single input an alarm is told at the end of a window', () => {
  const inputs = randomInputs(60, 8, 0.4);
  const told = windows(inputs);
  const alarms = told[19]!.alarms;
  expect(alarms).toBeLessThan(4);
  expect(told[19]).toMatchObject({ alarm: true });
  expect(told[19]!.drift!).toBeGreaterThan(told[19]!.driftLimit!);
});
