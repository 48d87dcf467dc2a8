import { readFileSync } from 'node:fs';
import path from 'node:path';
import { deserialize } from 'node:v8';
import { expect, it } from 'vitest';
import { openGraphFile } from '../../src/inference/worker/models/modelFile';
import { preparedModel, prepareModel } from '../../src/inference/worker/models/preparedModel';
import { BUNDLED } from './bundledModel';

const graph = path.join(BUNDLED, 'model.onnx');

it('what ships of the bundled model is what its graph file says', async () => {
  const packed = readFileSync(path.join(import.meta.dirname, '../../dist/prepared.bin'));
  const { prepared } = deserialize(packed) as { prepared: ReturnType<typeof prepareModel> };
  const read = prepareModel(await openGraphFile(graph));
  expect(Buffer.compare(prepared.tapped.bytes, read.tapped.bytes)).toBe(0);
  expect({ ...prepared, tapped: { ...prepared.tapped, bytes: null } }).toEqual({
    ...read,
    tapped: { ...read.tapped, bytes: null },
  });
});

it('a model is prepared anew where nothing ships of it', async () => {
  const { prepared, weights } = await preparedModel(graph);
  expect(prepared.layers).toHaveLength(30);
  expect(weights.names).toEqual(['model.onnx_data_1', 'model.onnx_data_2']);
});
