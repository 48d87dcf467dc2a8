import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { AttnscopeError } from '../../src/protocol/errors';
import type { TensorInput } from '../../src/protocol/borders/inference';
import { runTapped } from './runTapped';
import { largestDifference, readCase } from './zooCase';

const ZOO = join(import.meta.dirname, '../../../shared/zoo');

interface Expected {
  expect: 'maps' | 'refuse' | 'maps-or-refuse';
  tolerance: number;
  compare?: string;
}

const cases = existsSync(ZOO)
  ? readdirSync(ZOO).filter((name) => existsSync(join(ZOO, name, 'model.onnx')))
  : [];
if (cases.length === 0) console.log('The models beside the project are absent: their maps are not compared.');

describe.skipIf(cases.length === 0)('models beside the project', () => {
  it.each(cases)('%s', async (name) => {
    const expected = JSON.parse(readFileSync(join(ZOO, name, 'case.json'), 'utf8')) as Expected;
    const { model, inputs, reference } = readCase(join(ZOO, name));
    if (expected.expect === 'refuse') {
      await expect(runTapped(model, inputs)).rejects.toThrow(AttnscopeError);
      return;
    }
    const { map } = await runTapped(model, inputs);
    expect([...map.keys()].sort()).toEqual([...(reference?.keys() ?? [])].sort());
    const counts = expected.compare === 'unpadded queries' ? unpadded(inputs) : undefined;
    for (const [layer, wanted] of reference ?? []) {
      expect(map.get(layer)?.dims, layer).toEqual(wanted.dims);
      expect(largestDifference(map.get(layer)!, wanted, counts), layer).toBeLessThanOrEqual(
        expected.tolerance,
      );
    }
  });
});

/** Whether a query of a batch element is no padding. */
function unpadded(inputs: Record<string, TensorInput>): (batch: number, query: number) => boolean {
  const mask = inputs.attention_mask;
  return (batch, query) => !mask || Number(mask.data[batch * (mask.dims[1] ?? 0) + query]) === 1;
}
