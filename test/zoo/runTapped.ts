import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { gateTap } from '../../src/model/tap/gateTap';
import { floats, openSession } from '../../src/inference/worker/run/tappedSession';
import { toTensors } from '../../src/inference/worker/run/toTensors';
import { fillInputs } from '../../src/model/inputs/fillInputs';
import { readGraph } from '../../src/model/onnx/readGraph';
import { mapName } from '../../src/model/files/safetensors';
import { buildTap, type TapPlan } from '../../src/model/tap/buildTap';
import { findAttention } from '../../src/model/find/findAttention';
import { freshPrefix } from '../../src/model/onnx/freshPrefix';
import { type TensorInput } from '../../src/protocol/inference';
import { type NumpyArray } from './readArrays';

type Kind = 'map' | 'headMean' | 'lastRow';

/** Runs a model once with its tap, as the inference process does, and gives the tensors of the plan by layer name. */
export async function runTapped(
  path: string,
  given: Readonly<Record<string, TensorInput>>,
  plan: TapPlan = { maps: true, headMeans: false, lastRows: false },
): Promise<Record<Kind, Map<string, NumpyArray>>> {
  const bytes = readFileSync(path);
  const graph = readGraph(bytes);
  const layers = findAttention(graph);
  const tap = buildTap(graph, layers, plan);
  const inputs = fillInputs(graph, given);
  const gates = gateTap(tap.append, `${freshPrefix(graph)}gate/`);
  const session = await openSession(Buffer.concat([bytes, gates.append]), gates, dirname(path), 2);
  try {
    const names = tap.outputs.flatMap((o) => Object.values(o) as string[]);
    const results = await session.run(toTensors(inputs), names);
    const collect = (kind: Kind): Map<string, NumpyArray> =>
      new Map(
        layers.flatMap((layer, i) => {
          const tensor = results[tap.outputs[i]?.[kind] ?? ''];
          return tensor
            ? [[mapName(layer), { dims: [...tensor.dims], values: floats(tensor) }] as const]
            : [];
        }),
      );
    return { map: collect('map'), headMean: collect('headMean'), lastRow: collect('lastRow') };
  } finally {
    await session.release();
  }
}
