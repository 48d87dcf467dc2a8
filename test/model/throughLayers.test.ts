import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { createInferenceClient } from '../../src/inference/client/createInferenceClient';
import { expectWithin } from '../unit/attention/closeTo';
import { BUNDLED, LAYERS } from './bundledModel';

const root = path.resolve(import.meta.dirname, '../..');
const [bundled] = JSON.parse(
  readFileSync(path.join(root, 'test/fixtures/throughLayers/bundled.json'), 'utf8'),
) as [
  {
    tokenIds: number[];
    expected: { query: number; rollout: number[][]; flow: { layers: number; row: number[] }[] }[];
  },
];
const client = createInferenceClient({ childPath: path.join(root, 'dist/inference.js') });
afterAll(() => client.dispose());
const { tokenIds, expected } = bundled;
const asked = { model: BUNDLED, tokenIds };

test.each(expected)('rollout and flow of token $query equal those from PyTorch attention', async (e) => {
  const rollout = await client.request('throughLayers', { ...asked, query: e.query, way: 'rollout' });
  expectWithin(rollout.rows, e.rollout, 1e-4, 1e-5);
  const flow = await client.request('throughLayers', { ...asked, query: e.query, way: 'flow' });
  const whole = e.flow.find(({ layers }) => layers === LAYERS)!;
  expectWithin(flow.rows, [whole.row], 1e-4, 1e-5);
});

test('flow can be ended half way, and the process answers on', async () => {
  const long = Array.from({ length: 120 }, (_, at) => tokenIds[at % tokenIds.length]!);
  const abort = new AbortController();
  const onProgress = ({ done }: { done: number }) => {
    if (done > 0) abort.abort();
  };
  const options = { signal: abort.signal, stopsItself: true, onProgress };
  const flow = client.request(
    'throughLayers',
    { ...asked, tokenIds: long, query: 119, way: 'flow' },
    options,
  );
  await expect(flow).rejects.toMatchObject({ code: 'cancelled' });
  const rollout = await client.request('throughLayers', { ...asked, query: 3, way: 'rollout' });
  expect(rollout.rows).toHaveLength(LAYERS);
});
