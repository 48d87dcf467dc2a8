import { describe, expect, it } from 'vitest';
import { featureNames } from '../../../src/features/featureNames';
import { inputFeatures } from '../../../src/features/inputFeatures';
import { sectionsOf } from '../../../src/features/sections';
import { stateLayers } from '../../../src/features/stateLayers';
import type { Section } from '../../../src/protocol/measured/features';
import { METRICS, type HeadMetrics, type TokensRead } from '../../../src/protocol/requests/heads';

const source = (start: number, segment: number) => ({
  ...{ origin: 'source' as const, start, end: start + 2, segment },
});
const template = { origin: 'template' as const, start: null, end: null, segment: null };

describe('sections of a prompt', () => {
  const segments = [
    { role: 'system', trust: 'author' },
    { role: 'user', trust: 'user' },
    { role: 'tool', trust: 'untrusted' },
  ] as const;
  const tokens = [
    ...[template, source(0, 0), source(2, 0), template, source(4, 1), source(6, 1), source(8, 1)],
    ...[template, source(10, 2), { ...source(12, 2), origin: 'unmapped' as const, segment: null }],
  ];
  const places = (data?: { start: number; end: number }[]) =>
    Object.fromEntries(
      sectionsOf({ tokens, segments, sink: 0, data }).map(({ section, runs }) => [
        section,
        runs.map(({ first, end }) => [first, end]),
      ]),
    );

  it('each token belongs to who wrote it; the sink to nobody', () => {
    expect(places()).toEqual({
      system: [[1, 3]],
      user: [[4, 7]],
      untrusted: [[8, 9]],
      template: [
        [3, 4],
        [7, 8],
      ],
      sink: [[0, 1]],
    });
  });

  it('what was put into a message is data, and the text around it stays its author’s', () => {
    expect(places([{ start: 7, end: 8 }])).toMatchObject({
      user: [
        [4, 5],
        [6, 7],
      ],
      untrusted: [
        [5, 6],
        [8, 9],
      ],
    });
  });
});

it('features stand in one order, whatever sections a prompt has', () => {
  const [layers, heads] = [2, 3];
  const table = (from: number) =>
    Array.from({ length: layers }, (_, layer) => [from + layer, from + layer + 0.5, null]);
  const metrics = Object.fromEntries(METRICS.map((name, i) => [name, table(10 * (i + 1))])) as HeadMetrics;
  const set = (from: number) => ({ reading: table(from) }) as unknown as TokensRead;
  const section = (name: Section) => ({ section: name, runs: [{ first: 0, end: 1 }], tokens: 1 });
  const measured = inputFeatures({
    model: { name: 'm', sha256: 'x', layers, heads },
    tokens: 2,
    sections: [section('user'), section('sink')],
    heads: { metrics, sets: [set(0.1), set(0.2)] },
    states: null,
    next: null,
  });
  const names = featureNames({ layers, heads });
  expect(measured.values).toHaveLength(names.length);
  const at = (wanted: object) =>
    measured.values[
      names.findIndex((name) => Object.entries(wanted).every(([k, v]) => name[k as 'name'] === v))
    ];
  expect(at({ name: 'share', layer: 1, head: 1, section: 'sink' })).toBeCloseTo(1.7);
  expect(at({ name: 'share', layer: 0, head: 0, section: 'user' })).toBeCloseTo(0.1);
  expect(at({ name: 'share', layer: 0, head: 0, section: 'system' })).toBeNaN();
  expect(at({ name: 'distance', layer: 1, head: 0 })).toBe(31);
  // A layer that has fewer heads.
  expect(at({ name: 'entropy', layer: 0, head: 2 })).toBeNaN();
});

it('mean states are taken at the same heights of every model', () => {
  expect(stateLayers(30)).toEqual([13, 17, 21]);
  expect(stateLayers(2)).toEqual([0]);
  expect(stateLayers(12)).toEqual([5, 6, 8]);
});
