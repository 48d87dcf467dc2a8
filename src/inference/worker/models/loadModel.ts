import type { ModelFolder } from '../../../model/files/modelFolder';
import type { InferenceProgress, InferenceSettings } from '../../../protocol/borders/inference';
import type { UsedProvider } from '../../../protocol/requests/provider';
import { ElementType, opsetOf } from '../../../model/onnx/onnxGraph';
import { tableRows } from '../../../model/inputs/tableRows';
import { indexGraph } from '../../../model/onnx/graphIndex';
import type { AttentionLayer } from '../../../model/find/attentionLayer';
import { otherSoftmaxes } from '../../../model/find/otherSoftmaxes';
import type { FactStore } from './cacheFolder';
import { tapModel } from '../../../model/tap/tapModel';
import { importedModel, type ImportPlace } from './imported/importedModel';
import { isGguf } from '../../../model/fileKinds/gguf';
import { beginHash, hashModel } from './hash/hashModel';
import { fedOf, modelFileOf, openTapped, readModelFile, type GraphFile } from './modelFile';
import { createModelParts, type ModelParts } from './modelParts';
import type { RunnableModel } from '../run/promptRun';
import type { Runtime } from '../run/tappedSession';
import { type ModelTokenizer, openTokenizer } from './tokenizer';

/** An attention layer without what only the tap needs of it. */
export type LayerFacts = Pick<AttentionLayer, 'stack' | 'index' | 'via' | 'rowSum'> & {
  half: boolean;
  /** Weights are multiples of this; 0 where they are not rounded. */
  step: number;
  /** How many heads it has, where that is known before it runs. */
  heads?: number;
};

/** A model in memory, ready to run. */
export interface LoadedModel extends RunnableModel, ModelParts {
  folder: ModelFolder;
  /** Host of the server that runs it; absent where it runs here. */
  server?: string;
  /** SHA-256 of graph and weights, hex. */
  sha256: string;
  layers: readonly LayerFacts[];
  /** Where another than the processor was asked for. */
  provider?: UsedProvider;
  /** Names of Softmaxes that are no attention. */
  otherSoftmaxes: readonly string[];
  /** Opened on first use. Throws `bad-model` where there is none, or none that can be read. */
  tokenizer(): Promise<ModelTokenizer>;
}

/** What models are opened with. */
export interface ModelServices extends ImportPlace, Runtime {
  /** How servers of models are spoken to. */
  served?: InferenceSettings['served'];
  /** The token that they are sent. */
  serverToken?: string | undefined;
  facts: FactStore;
}

/**
 * Loads a model. Throws `bad-model` with the reason where that is not possible.
 *
 * @param read its graph file, where it was read just before; of a GGUF file there is none
 */
export async function loadModel(
  found: ModelFolder,
  services: ModelServices,
  progress: (progress: InferenceProgress) => void,
  read?: GraphFile,
): Promise<LoadedModel> {
  if (!(await isGguf(found.graph))) return loadGraph(found, services, read);
  const { folder, release } = await importedModel(found.graph, services, progress);
  try {
    const model = await loadGraph(asFound(folder, found), services, read);
    return {
      ...model,
      release: async () => {
        await model.release();
        await release();
      },
    };
  } catch (error) {
    await release();
    throw error;
  }
}

async function loadGraph(
  folder: ModelFolder,
  services: ModelServices,
  read: GraphFile | undefined,
): Promise<LoadedModel> {
  const file = read ? modelFileOf(read) : await readModelFile(folder.graph);
  const { bytes, graph, weights, layers, cache } = file;
  const hashed = await beginHash(folder.graph, weights.names, services.facts);
  const tapped = tapModel(bytes, graph, layers, cache);
  const session = await openTapped(file, tapped, services);
  const sha256 = await hashed.sha256;
  const rows = tableRows(indexGraph(graph, opsetOf(graph)));
  const parts = createModelParts(
    {
      path: folder.graph,
      sha256,
      tableRows: rows,
      sha256Now: (names) => hashModel(folder.graph, names, services.facts),
    },
    services,
  );
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
      step: source.step ?? 0,
    })),
    otherSoftmaxes: otherSoftmaxes(graph, layers),
    tokenizer: () => (tokenizer ??= openTokenizer(folder)),
    session,
    fed: fedOf(file),
    tableRows: rows,
    outputs: tapped.outputs,
    cache: tapped.cache,
    ...parts,
    release: async () => {
      await parts.release();
      await session.release();
    },
  };
}

/**
 * A GGUF model as it was imported, under the name that Ollama has it by where it was asked for by that. Its tokenizer may lie
 * beside it where the import knows none of the kind.
 */
function asFound(imported: ModelFolder, { called, tokenizer, chat }: ModelFolder): ModelFolder {
  return {
    ...imported,
    name: called ?? imported.name,
    ...(imported.tokenizer === undefined ? { tokenizer, chat } : {}),
  };
}
