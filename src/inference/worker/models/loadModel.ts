import type { ModelFolder } from '../../../model/files/modelFolder';
import type { InferenceProgress, InferenceSettings } from '../../../protocol/borders/inference';
import type { UsedProvider } from '../../../protocol/requests/provider';
import type { FactStore } from './cacheFolder';
import { importedModel, type ImportPlace } from './imported/importedModel';
import { isGguf } from '../../../model/fileKinds/gguf';
import { beginHash, hashModel } from './hash/hashModel';
import { openTapped, type GraphFile } from './modelFile';
import { createModelParts, type ModelParts } from './modelParts';
import { preparedModel, prepareModel, type LayerFacts } from './preparedModel';
import type { RunnableModel } from '../run/promptRun';
import type { Runtime } from '../run/tappedSession';
import { threadedTokenizer } from '../tokenizer/threadedTokenizer';
import type { ModelTokenizer } from '../tokenizer/tokenizer';

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
  /** Opened on first use, if it was not begun before. Throws `bad-model` where there is none, or none that can be read. */
  tokenizer(): Promise<ModelTokenizer>;
}

/** What models are opened with. */
export interface ModelServices extends ImportPlace, Runtime {
  /** How servers of models are spoken to. */
  served?: InferenceSettings['served'];
  /** The token that they are sent. */
  serverToken?: string | undefined;
  facts: FactStore;
  /** Whether a text will be read: its tokenizer is opened at the same time. */
  forText?: boolean;
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
  const tokenizer = threadedTokenizer(folder);
  // While the graph is loaded, which takes longer.
  if (services.forText) tokenizer.begin();
  try {
    const { prepared, weights } = read
      ? { prepared: prepareModel(read), weights: read.weights }
      : await preparedModel(folder.graph);
    const { tapped, layers, fed, tableRows, otherSoftmaxes } = prepared;
    const hashed = await beginHash(folder.graph, weights.names, services.facts);
    const session = await openTapped({ ...prepared, weights }, tapped, services);
    const sha256 = await hashed.sha256;
    const sha256Now = (names: readonly string[]) => hashModel(folder.graph, names, services.facts);
    const parts = createModelParts({ path: folder.graph, sha256, tableRows, sha256Now }, services);
    return {
      folder,
      sha256,
      layers,
      otherSoftmaxes,
      tokenizer: tokenizer.get,
      session,
      fed,
      tableRows,
      outputs: tapped.outputs,
      cache: tapped.cache,
      ...parts,
      release: async () => {
        tokenizer.end();
        await parts.release();
        await session.release();
      },
    };
  } catch (error) {
    tokenizer.end();
    throw error;
  }
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
