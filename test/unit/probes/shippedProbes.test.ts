import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { readProbe } from '../../../src/probes/probeFile';

const folder = path.resolve(import.meta.dirname, '../../../media/probes');

it.each([
  ['planted-instruction', 'file'],
  ['instruction-in-data', 'window'],
] as const)('the probe %s that ships can be read, and warns of a %s', (name, kind) => {
  const json = readFileSync(path.join(folder, `${name}.json`), 'utf8');
  const probe = readProbe(json, readFileSync(path.join(folder, `${name}.bin`)));
  expect(probe.threshold[kind]).toBeGreaterThan(0);
  expect(probe.falseAlarms[kind]).toBeGreaterThan(0);
});
