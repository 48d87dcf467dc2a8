import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { readBytes } from '../../src/model/gguf/readGguf';
import { ownClient } from './ownClient';
import { readSafetensors } from './readSafetensors';
import { tinyMap, writeTinyModel } from './tinyModel';

const { folder, client } = ownClient();
const GB = 2 ** 30;

it('weights beyond 4 GB of the file beside a graph are those that the map is made of', async () => {
  const model = writeTinyModel(path.join(folder, 'far'), { data: 'model.onnx_data', dataAt: 5 * GB });
  const ids = [3, 17, 5, 9, 30];
  const out = path.join(folder, 'maps.safetensors');
  const inputs = { input_ids: { dtype: 'int64', dims: [1, ids.length], data: ids } };
  await client.request('extract', { model, feed: { kind: 'inputs', inputs }, reduce: 'none', out });
  const { values } = readSafetensors(readFileSync(out)).get('attention.0')!;
  const wanted = tinyMap(ids).flat(2);
  expect(values).toHaveLength(wanted.length);
  expect(Math.max(...wanted.map((weight, i) => Math.abs(weight - values[i]!)))).toBeLessThan(1e-5);
});

it('a tensor of more than 2 GB is read whole', async () => {
  const file = path.join(folder, 'large');
  const opened = openSync(file, 'w');
  for (const [value, at] of [
    [7, 0],
    [8, GB],
    [9, 2 * GB + 4],
  ] as const)
    writeSync(opened, Buffer.of(value), 0, 1, at);
  closeSync(opened);
  const bytes = await readBytes(file, 0, 2 * GB + 5);
  expect([bytes[0], bytes[GB], bytes.at(-1), bytes[1]]).toEqual([7, 8, 9, 0]);
});
