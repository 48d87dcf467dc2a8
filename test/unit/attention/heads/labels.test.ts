import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { HEAD_LABELS, labelsOf } from '../../../../src/attention/heads/labels';
import { headStanding } from '../../../../src/attention/heads/headStanding';
import { ModelBaseline } from '../../../../src/protocol/learned/baseline';

const folder = path.resolve(import.meta.dirname, '../../../../media/baselines');
const manifest = JSON.parse(readFileSync(path.resolve(folder, '../model/manifest.json'), 'utf8')) as {
  name: string;
};

test('the bundled model’s heads are named after what they do on random tokens', () => {
  const [file] = readdirSync(folder);
  const { heads, model } = ModelBaseline.parse(JSON.parse(readFileSync(path.join(folder, file!), 'utf8')));
  expect([file, model.name]).toEqual([`${model.sha256}.json`, manifest.name]);
  const named = (label: (typeof HEAD_LABELS)[number]) =>
    heads.random.entropy.flatMap((row, layer) =>
      row.flatMap((_, head) => (labelsOf(heads, layer, head).includes(label) ? [`${layer}.${head}`] : [])),
    );
  // Seen in the distribution over heads: ten go on with a repetition, and no other gives it a third of that.
  expect(named('induction')).toEqual([
    ...['17.3', '17.4', '17.5', '18.6', '18.7', '20.6', '23.1', '23.2', '23.7', '24.4'],
  ]);
  expect(named('previousToken')).toContain('16.0');
  expect(named('duplicateToken')).toEqual(expect.arrayContaining(['8.0', '14.3']));
  for (const label of HEAD_LABELS) expect(named(label).length).toBeGreaterThan(0);
  expect(new Set(HEAD_LABELS.flatMap(named)).size).toBeLessThan(135);
});

test('a head stands among those that have a value', () => {
  const values = [
    [0.5, 0.1],
    [0.5, null],
  ];
  expect(headStanding(values, 0, 0)).toEqual({ value: 0.5, rank: 1, of: 3, above: 0.5 });
  expect(headStanding(values, 0, 1)).toEqual({ value: 0.1, rank: 3, of: 3, above: 0 });
  expect(headStanding(values, 1, 1)).toBeNull();
});
