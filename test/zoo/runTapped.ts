import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { floats, openSession } from '../../src/inference/worker/run/tappedSession';
import { toTensors } from '../../src/inference/worker/run/toTensors';
import { layerName } from '../../src/model/find/layerName';
import { findAttention } from '../../src/model/find/findAttention';
import { fillInputs } from '../../src/model/inputs/fillInputs';
import { readGraph } from '../../src/model/onnx/readGraph';
import type { KindName } from '../../src/model/tap/tapKinds';
import { tapModel } from '../../src/model/tap/tapModel';
import type { TensorInput } from '../../src/protocol/borders/inference';
import type { NumpyArray } from './readArrays';

/** Runs a model once with its tap, as the inference process does, and gives the tensors of each kind by layer name. */
export async function runTapped(
  path: string,
  given: Readonly<Record<string, TensorInput>>,
): Promise<Record<KindName, Map<string, NumpyArray>>> {
  const bytes = readFileSync(path);
  const graph = readGraph(bytes);
  const layers = findAttention(graph);
  const { outputs, ...tapped } = tapModel(bytes, graph, layers, []);
  const inputs = fillInputs(graph, given);
  const session = await openSession(tapped, dirname(path), { threads: 2 });
  const empty = () => new Map<string, NumpyArray>();
  const found = {
    map: empty(),
    pooledMap: empty(),
    headMean: empty(),
    lastRow: empty(),
    firstRow: empty(),
    meanRow: empty(),
    state: empty(),
    embedding: empty(),
    mixed: empty(),
    values: empty(),
    nextLogits: empty(),
  };
  try {
    const results = await session.run(
      toTensors(inputs),
      outputs.map(({ tensor }) => tensor),
    );
    for (const { kind, layer, tensor } of outputs) {
      const result = results[tensor]!;
      found[kind].set(layerName('attention', layers[layer]!), {
        dims: [...result.dims],
        values: floats(result),
      });
    }
    return found;
  } finally {
    await session.release();
  }
}
