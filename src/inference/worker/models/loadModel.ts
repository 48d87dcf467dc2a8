import { extname } from 'node:path';
import type { ModelFolder } from '../../../model/files/modelFolder';
import { readGraphFile } from '../../../model/files/readGraphFile';
import { weightFiles } from '../../../model/files/weightFiles';
import { ElementType, opsetOf } from '../../../model/onnx/onnxGraph';
import { tableRows } from '../../../model/inputs/tableRows';
import { indexGraph } from '../../../model/onnx/graphIndex';
import { moveWeights } from '../../../model/onnx/moveWeights';
import { readGraph } from '../../../model/onnx/readGraph';
import type { AttentionLayer } from '../../../model/find/attentionLayer';
import { findAttention } from '../../../model/find/findAttention';
import type { FactStore } from './cacheFolder';
import { tapModel } from '../../../model/tap/tapModel';
import { importedModel } from './importedModel';
import { cachePairs } from '../../../model/inputs/keyValueCache';
import { hashModel } from './hashModel';
import type { RunnableModel } from '../run/promptRun';
import { openSession } from '../run/tappedSession';
import { type ModelTokenizer, openTokenizer } from './tokenizer';

/** An attention layer without what only the tap needs of it. */
export type LayerFacts = Pick<AttentionLayer, 'stack' | 'index' | 'via' | 'rowSum'> & { half: boolean };

/** A model in memory, ready to run. */
export interface LoadedModel extends RunnableModel {
  folder: ModelFolder;
  /** SHA-256 of graph and weights, hex. */
  sha256: string;
  layers: readonly LayerFacts[];
  /** Opened on first use. Throws `bad-model` where there is none, or none that can be read. */
  tokenizer(): Promise<ModelTokenizer>;
}

/** What models are opened with. */
export interface ModelServices {
  facts: FactStore;
  /** Imported GGUF models are kept here. */
  cacheFolder: string;
  threads: number | undefined;
}

/** Loads a model. Throws `bad-model` with the reason where that is not possible. */
export async function loadModel(found: ModelFolder, services: ModelServices): Promise<LoadedModel> {
  const folder =
    extname(found.graph).toLowerCase() === '.gguf'
      ? await importedModel(found.graph, services.cacheFolder)
      : found;
  const bytes = await readGraphFile(folder.graph);
  const graph = readGraph(bytes, folder.graph);
  const weights = await weightFiles(folder.graph, graph);
  const layers = findAttention(graph);
  const sha256 = await hashModel(folder.graph, weights.names, services.facts);
  const inputs = graph.inputs.filter(({ name }) => !graph.initializers.has(name));
  const cache = cachePairs(inputs, graph.outputs);
  const kept = cache.map(({ output }) => output);
  const tapped = tapModel(bytes, graph, layers, kept);
  const loadable = { ...tapped, bytes: moveWeights(tapped.bytes, weights.places) };
  const session = await openSession(loadable, weights.folder, services.threads);
  let tokenizer: Promise<ModelTokenizer> | undefined;
  return {
    folder,
    sha256,
    layers: layers.map(({ stack, index, via, rowSum, source }) => ({
      stack,
      index,
      via,
      rowSum,
      half: source.dtype === ElementType.float16,
    })),
    tokenizer: () => (tokenizer ??= openTokenizer(folder)),
    session,
    fed: { nodes: [], initializers: new Map(), inputs, outputs: [], values: new Map() },
    tableRows: tableRows(indexGraph(graph, opsetOf(graph))),
    outputs: tapped.outputs,
    cache,
  };
}
