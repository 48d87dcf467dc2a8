import { expect, it } from 'vitest';
import type { Section } from '../../../../src/protocol/measured/features';
import type { RootCause } from '../../../../src/protocol/measured/rootCause';
import { placeOfStatistic, suspectOf } from '../../../../webview/numbers/alertPlace';
import { alertSample } from '../../alerts/alertSample';

const runs: Partial<Record<Section, [first: number, end: number][]>> = {
  sink: [[0, 1]],
  system: [[1, 3]],
  untrusted: [
    [3, 4],
    [5, 8],
  ],
};
const causeOf = (parts: Section[], about: Section[]): RootCause => ({
  alert: alertSample({
    statistics: about.map((section) => ({
      ...{ name: 'share', layer: 1, head: 0, section },
      ...{ value: 0.4, expected: 0.1, z: 5 },
    })),
  }),
  tokens: parts.map((section) => ({
    section,
    runs: (runs[section] ?? [[8, 9]]).map(([first, end]) => ({ first, end })),
  })),
  map: null,
});
const weights = [0.1, 0, 0, 0.2, 0, 0.05, 0.3, 0.05, 0.3];
const result = {
  tokens: Array.from({ length: 9 }, () => null),
  attention: { reading: { token: 8, perLayer: [weights.map(() => 0), weights] } },
} as unknown as Parameters<typeof placeOfStatistic>[0];

it('a statistic of a section is seen in the row that reads, at its most read token', () => {
  const cause = causeOf(['sink', 'system', 'untrusted'], ['untrusted']);
  expect(placeOfStatistic(result, cause, cause.alert.statistics[0]!)).toEqual({
    layer: 1,
    head: 0,
    cursor: { row: 8, column: 6 },
    tokens: { first: 5, end: 8 },
  });
});

it('one of a layer alone is seen in the mean of its heads, one of no layer nowhere', () => {
  const cause = causeOf(['system'], []);
  const states = { name: 'states', value: 3, expected: 1, z: 4 } as const;
  expect(placeOfStatistic(result, cause, { ...states, layer: 1 })).toEqual({
    ...{ layer: 1, head: 'mean', tokens: null },
  });
  expect(placeOfStatistic(result, cause, states)).toBeNull();
});

it('untrusted text is left out before what the alert is about, the system prompt last, the template never', () => {
  const suspect = (parts: Section[], about: Section[]) => suspectOf(causeOf(parts, about))?.section;
  expect(suspect(['system', 'user', 'untrusted'], ['user', 'system'])).toBe('untrusted');
  expect(suspect(['system', 'user', 'assistant'], ['system', 'assistant'])).toBe('assistant');
  expect(suspect(['sink', 'system', 'user', 'template'], ['system'])).toBe('user');
  expect(suspect(['sink', 'system', 'template'], ['template'])).toBe('system');
  expect(suspect(['sink', 'template'], ['template'])).toBeUndefined();
});
