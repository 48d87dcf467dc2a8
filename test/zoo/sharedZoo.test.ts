import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { AttnscopeError } from '../../src/protocol/errors';
import { type TensorInput } from '../../src/protocol/inference';
import { readNpz, type NumpyArray } from './readArrays';
import { runTapped } from './runTapped';

const ZOO = join(import.meta.dirname, '../../../shared/zoo');

interface Case {
  expect: 'maps' | 'refuse' | 'maps-or-refuse';
  tolerance: number;
  outputs?: string[];
  compare?: string;
}

const cases = existsSync(ZOO)
  ? readdirSync(ZOO).filter((name) => existsSync(join(ZOO, name, 'model.onnx')))
  : [];
if (cases.length === 0) console.log('The models beside the project are absent: their maps are not compared.');

describe.skipIf(cases.length === 0)('models beside the project', () => {
  it.each(cases)('%s', async (name) => {
    const read = <T>(file: string): T => JSON.parse(readFileSync(join(ZOO, name, file), 'utf8')) as T;
    const expected = read<Case>('case.json');
    const { inputs } = read<{ inputs: Record<string, TensorInput> }>('inputs.json');
    const run = runTapped(join(ZOO, name, 'model.onnx'), inputs);
    if (expected.expect === 'refuse') {
      await expect(run).rejects.toThrow(AttnscopeError);
      return;
    }
    const { map } = await run;
    const reference = readNpz(readFileSync(join(ZOO, name, 'reference.npz')));
    expect([...map.keys()].sort()).toEqual([...reference.keys()].sort());
    for (const [layer, wanted] of reference) {
      const got = map.get(layer);
      expect(got?.dims, layer).toEqual(wanted.dims);
      const rows = expected.compare === 'unpadded queries' ? unpadded(inputs) : () => true;
      expect(largestDifference(got!, wanted, rows), layer).toBeLessThanOrEqual(expected.tolerance);
    }
  });
});

/** Whether a query of a batch element is no padding. */
function unpadded(inputs: Record<string, TensorInput>): (batch: number, query: number) => boolean {
  const mask = inputs.attention_mask;
  return (batch, query) => !mask || Number(mask.data[batch * (mask.dims[1] ?? 0) + query]) === 1;
}

function largestDifference(
  got: NumpyArray,
  wanted: NumpyArray,
  counts: (batch: number, query: number) => boolean,
): number {
  const [, heads = 1, queries = 1, keys = 1] = wanted.dims;
  let most = 0;
  wanted.values.forEach((value, i) => {
    const row = Math.floor(i / keys);
    if (!counts(Math.floor(row / queries / heads), row % queries)) return;
    const difference = Math.abs(value - (got.values[i] ?? NaN));
    most = Number.isNaN(difference) ? Infinity : Math.max(most, difference);
  });
  return most;
}
