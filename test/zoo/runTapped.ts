import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { InferenceSession } from 'onnxruntime-node';
import { toTensor } from '../../src/inference/worker/toTensor';
import { fillInputs } from '../../src/model/fillInputs';
import { readGraph } from '../../src/model/onnx/readGraph';
import { mapName } from '../../src/model/safetensors';
import { buildTap, type TapPlan } from '../../src/model/tap/buildTap';
import { findAttention } from '../../src/model/tap/findAttention';
import { type TensorInput } from '../../src/protocol/inference';
import { type NumpyArray } from './readArrays';

/** Runs a model once with its tap and gives the tensors of the plan, by `kind` and layer name. */
export async function runTapped(
  path: string,
  given: Readonly<Record<string, TensorInput>>,
  plan: TapPlan = { maps: true, headMeans: false, lastRows: false },
): Promise<Record<keyof typeof KINDS, Map<string, NumpyArray>>> {
  const bytes = readFileSync(path);
  const graph = readGraph(bytes);
  const layers = findAttention(graph);
  const tap = buildTap(graph, layers, plan);
  const inputs = fillInputs(graph, given);
  const before = process.cwd();
  process.chdir(dirname(path));
  try {
    const session = await InferenceSession.create(Buffer.concat([bytes, tap.append]), {
      logSeverityLevel: 3,
    });
    const names = tap.outputs.flatMap((o) => Object.values(o) as string[]);
    const feeds = Object.fromEntries(
      Object.entries(inputs).map(([name, input]) => [name, toTensor(name, input)]),
    );
    const results = await session.run(feeds, names);
    const collect = (kind: keyof typeof KINDS): Map<string, NumpyArray> =>
      new Map(
        layers.flatMap((layer, i) => {
          const tensor = results[tap.outputs[i]?.[kind] ?? ''];
          const name = mapName(layer);
          if (!tensor) return [];
          if (!(tensor.data instanceof Float32Array)) throw new Error(`${name} is ${tensor.type}`);
          return [[name, { dims: [...tensor.dims], values: tensor.data }] as const];
        }),
      );
    const all = { map: collect('map'), headMean: collect('headMean'), lastRow: collect('lastRow') };
    await session.release();
    return all;
  } finally {
    process.chdir(before);
  }
}

const KINDS = { map: 0, headMean: 0, lastRow: 0 };
