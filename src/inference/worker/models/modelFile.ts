import type { AttentionLayer } from '../../../model/find/attentionLayer';
import { findAttention } from '../../../model/find/findAttention';
import { readGraphFile } from '../../../model/files/readGraphFile';
import { bytesNeeded, weightFiles, type WeightFiles } from '../../../model/files/weightFiles';
import { cachePairs, type CachePair } from '../../../model/inputs/keyValueCache';
import type { OnnxGraph, OnnxSubgraph, OnnxValue } from '../../../model/onnx/onnxGraph';
import { moveWeights } from '../../../model/onnx/moveWeights';
import { readGraph } from '../../../model/onnx/readGraph';
import type { TappedModel } from '../../../model/tap/tapModel';
import { openSession, type Runtime, type TappedSession } from '../run/tappedSession';

/** A graph file as it stands; `bytes` are the file, so that this is held no longer than needed. */
export interface GraphFile {
  bytes: Uint8Array;
  graph: OnnxGraph;
  weights: WeightFiles;
}

/** What a graph file says of its model. */
export interface ModelFile extends GraphFile {
  layers: readonly AttentionLayer[];
  inputs: readonly OnnxValue[];
  cache: readonly CachePair[];
  /** Whether it rounds what passes between its operators, as static quantisation does. */
  roundsActivations: boolean;
}

/** Reads a graph file. Throws `bad-model` where it, or a file with its weights, cannot be read. */
export async function openGraphFile(path: string): Promise<GraphFile> {
  return graphFileOf(path, await readGraphFile(path));
}

/** The same of a file whose bytes were read just before. */
export async function graphFileOf(path: string, bytes: Uint8Array): Promise<GraphFile> {
  const graph = readGraph(bytes, path);
  return { bytes, graph, weights: await weightFiles(path, bytesNeeded(graph)) };
}

/** Finds the model in a graph file. Throws `bad-model` where it has no attention. */
export function modelFileOf(file: GraphFile): ModelFile {
  const { graph } = file;
  const layers = findAttention(graph);
  const inputs = graph.inputs.filter(({ name }) => !graph.initializers.has(name));
  const roundsActivations = graph.nodes.some(({ opType }) => opType === 'QuantizeLinear');
  return { ...file, layers, inputs, cache: cachePairs(inputs, graph.outputs), roundsActivations };
}

/** Both at once. */
export async function readModelFile(path: string): Promise<ModelFile> {
  return modelFileOf(await openGraphFile(path));
}

/** Loads what was made of a model file. Throws `bad-model` with the runtime's reason. */
export function openTapped(
  { weights, roundsActivations }: Pick<ModelFile, 'weights' | 'roundsActivations'>,
  { bytes, gates }: Pick<TappedModel, 'bytes' | 'gates'>,
  runtime: Runtime,
): Promise<TappedSession> {
  const moved = { bytes: moveWeights(bytes, weights.places), gates };
  return openSession(moved, weights.folder, runtime, roundsActivations);
}

/** A model's inputs alone: weights and nodes are left out, so that the file's bytes are not held. */
export function fedOf({ inputs }: ModelFile): OnnxSubgraph {
  return { nodes: [], initializers: new Map(), inputs: [...inputs], outputs: [], values: new Map() };
}
