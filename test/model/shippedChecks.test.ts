import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { checksOfModel } from '../../scripts/checksOfModel';
import { ShippedChecks } from '../../src/inference/worker/models/examineModel';
import { BUNDLED } from './bundledModel';

test('what ships of the checks of the bundled model is what they show', async () => {
  const { sha256, checks } = await checksOfModel(BUNDLED);
  const file = path.join(BUNDLED, '../checks', `${sha256}.json`);
  const shipped = ShippedChecks.parse(JSON.parse(readFileSync(file, 'utf8')));
  expect(plain(shipped)).toEqual(plain(checks));
  for (const { checks: layer } of shipped.layers)
    for (const { figure, limit } of layer) expect(figure ?? 0).toBeLessThanOrEqual(limit ?? 0);
});

/** Without the last digits of sums, which processors round in their own ways. */
function plain({ layers }: ShippedChecks) {
  return layers.map(({ heads, checks }) => ({
    heads,
    checks: checks.map(({ name, passed, limit, why }) => ({ name, passed, limit, why })),
  }));
}
