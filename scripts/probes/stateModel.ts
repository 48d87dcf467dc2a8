import path from 'node:path';
import { createFactStore, userCacheFolder } from '../../src/inference/worker/models/cacheFolder';
import { hashModel } from '../../src/inference/worker/models/hashModel';
import { openTokenizer } from '../../src/inference/worker/models/tokenizer';
import { chunksOf } from '../../src/inference/worker/run/chunks';
import { runPrompt, type RunnableModel } from '../../src/inference/worker/run/promptRun';
import { openSession } from '../../src/inference/worker/run/tappedSession';
import { findModel } from '../../src/model/files/modelFolder';
import { readGraphFile } from '../../src/model/files/readGraphFile';
import { weightFiles } from '../../src/model/files/weightFiles';
import { cachePairs } from '../../src/model/inputs/keyValueCache';
import { moveWeights } from '../../src/model/onnx/moveWeights';
import { ElementType } from '../../src/model/onnx/onnxGraph';
import { readGraph } from '../../src/model/onnx/readGraph';
import type { TappedOutput } from '../../src/model/tap/buildTap';
import { pruneModel } from '../../src/model/tap/pruneModel';
import type { Token } from '../../src/protocol/attention';
import { readPrompt } from '../../src/prompts/readPrompt';
import type { ReadAs } from '../../src/protocol/prompt';

export const bundledModel = path.resolve(import.meta.dirname, '../../media/model');

const HEADS = 9;
export const HIDDEN = 576;

/** The states of a text's tokens. */
export interface TextStates {
  tokens: Token[];
  /** `[token, layer, hidden]`, in the order in which the layers were asked for. */
  states: Float32Array;
}

export interface StateModel {
  /** SHA-256 of the bundled model, as its results name it. */
  sha256: string;
  /** Reads a text as the product does when it analyses it; of more than `limit` tokens the first are read. */
  read(text: string, as: ReadAs, limit: number): Promise<TextStates>;
}

/**
 * The bundled model in the product's runtime, cut off after the last of `layers`: "after layer 18" (18) is the
 * residual stream after 18 of its 30 layers, `hidden_states[18]` of transformers.
 */
export async function openStateModel(layers: readonly number[], threads: number): Promise<StateModel> {
  const folder = await findModel(bundledModel);
  const bytes = await readGraphFile(folder.graph);
  const graph = readGraph(bytes, folder.graph);
  const weights = await weightFiles(folder.graph, graph);
  const tensors = layers.map((layer) => `layers.${layer - 1}.output`);
  const inputs = graph.inputs.filter(({ name }) => !graph.initializers.has(name));
  const cache = cachePairs(inputs, graph.outputs).filter(
    ({ input }) => Number(/\d+/.exec(input)) < Math.max(...layers),
  );
  const cut = pruneModel(bytes, graph, new Set([...tensors, ...cache.map(({ output }) => output)]), {
    nodes: [],
    tensors: [],
    inputs: [],
    outputs: tensors.map((name) => ({ name, type: ElementType.float32 })),
  });
  const outputs: TappedOutput[] = tensors.map((tensor, layer) => ({ kind: 'map', layer, tensor }));
  const model: RunnableModel = {
    session: await openSession(
      { bytes: moveWeights(cut, weights.places), gates: new Map() },
      weights.folder,
      threads,
    ),
    fed: { nodes: [], initializers: new Map(), inputs, outputs: [], values: new Map() },
    tableRows: new Map(),
    outputs,
    cache,
  };
  const tokenizer = await openTokenizer(folder);
  const facts = createFactStore(userCacheFolder(process.env, process.platform));
  return {
    sha256: await hashModel(folder.graph, weights.names, facts),
    async read(text, as, limit) {
      const encoded = await tokenizer.encode(readPrompt(text, { languageId: 'markdown' }, as));
      const tokens = encoded.tokens.slice(0, limit);
      const states = new Float32Array(tokens.length * layers.length * HIDDEN);
      await runPrompt(
        model,
        tokens.map(({ id }) => id),
        chunksOf(tokens.length, HEADS, 0),
        outputs,
        ({ layer, firstQuery, values }) => {
          for (let query = 0; query * HIDDEN < values.length; query++) {
            const to = ((firstQuery + query) * layers.length + layer) * HIDDEN;
            states.set(values.subarray(query * HIDDEN, (query + 1) * HIDDEN), to);
          }
        },
      );
      return { tokens, states };
    },
  };
}
