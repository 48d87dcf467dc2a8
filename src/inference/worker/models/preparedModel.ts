import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { AttentionLayer } from '../../../model/find/attentionLayer';
import { otherSoftmaxes } from '../../../model/find/otherSoftmaxes';
import { readGraphFile } from '../../../model/files/readGraphFile';
import { bytesNeeded, weightFiles, type WeightFiles } from '../../../model/files/weightFiles';
import { tableRows } from '../../../model/inputs/tableRows';
import { indexGraph } from '../../../model/onnx/graphIndex';
import { ElementType, opsetOf, type OnnxSubgraph } from '../../../model/onnx/onnxGraph';
import { tapModel, type TappedModel } from '../../../model/tap/tapModel';
import { fedOf, graphFileOf, modelFileOf, openGraphFile, type GraphFile } from './modelFile';

/** An attention layer without what only the tap needs of it. */
export type LayerFacts = Pick<AttentionLayer, 'stack' | 'index' | 'via' | 'rowSum'> & {
  half: boolean;
  /** Weights are multiples of this; 0 where they are not rounded. */
  step: number;
  /** How many heads it has, where that is known before it runs. */
  heads?: number;
};

/** All that is worked out of a graph file before the runtime loads it, as plain data. */
export interface PreparedModel {
  tapped: TappedModel;
  layers: readonly LayerFacts[];
  fed: OnnxSubgraph;
  tableRows: ReadonlyMap<string, number>;
  otherSoftmaxes: readonly string[];
  roundsActivations: boolean;
  /** See `bytesNeeded`. */
  weightBytes: ReadonlyMap<string, number>;
}

/** Works it out. Throws `bad-model` where the graph has no attention. */
export function prepareModel(read: GraphFile): PreparedModel {
  const file = modelFileOf(read);
  const { bytes, graph, layers, cache, roundsActivations } = file;
  return {
    tapped: tapModel(bytes, graph, layers, cache),
    layers: layers.map(({ stack, index, via, rowSum, source }) => ({
      stack,
      index,
      via,
      rowSum,
      half: source.dtype === ElementType.float16,
      step: source.step ?? 0,
    })),
    fed: fedOf(file),
    tableRows: tableRows(indexGraph(graph, opsetOf(graph))),
    otherSoftmaxes: otherSoftmaxes(graph, layers),
    roundsActivations,
    weightBytes: bytesNeeded(graph),
  };
}

/** A model that was prepared while the project was built. */
interface Shipped {
  /** Of its graph file: how long it is, and its hash, hex. */
  bytes: number;
  sha256: string;
  prepared: PreparedModel;
}

/** What a build writes beside the program, for the model in a graph file. */
export async function packModel(path: string): Promise<Uint8Array> {
  const file = await openGraphFile(path);
  const { bytes } = file;
  const shipped: Shipped = { bytes: bytes.length, sha256: sha256Of(bytes), prepared: prepareModel(file) };
  return serialize(shipped);
}

/** Prepares the model in a graph file. Throws `bad-model` where it, or a file with its weights, cannot be used. */
export async function preparedModel(
  path: string,
): Promise<{ prepared: PreparedModel; weights: WeightFiles }> {
  const bytes = await readGraphFile(path);
  const shipped = await shippedModel(bytes);
  if (shipped) return { prepared: shipped, weights: await weightFiles(path, shipped.weightBytes) };
  const file = await graphFileOf(path, bytes);
  return { prepared: prepareModel(file), weights: file.weights };
}

/** The model that ships, where it is that of this graph file. */
async function shippedModel(bytes: Uint8Array): Promise<PreparedModel | undefined> {
  try {
    const shipped = deserialize(await readFile(join(__dirname, 'prepared.bin'))) as Shipped;
    // A graph with its weights in it may have gigabytes: its length tells it apart without a hash.
    const isOne = shipped.bytes === bytes.length && shipped.sha256 === sha256Of(bytes);
    return isOne ? shipped.prepared : undefined;
  } catch {
    // Only a build makes the file, and another version of Node may not read it: it saves time, no more.
    return undefined;
  }
}

function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
