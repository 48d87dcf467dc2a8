import path from 'node:path';
import {
  createFactStore,
  type FactStore,
  userCacheFolder,
} from '../../src/inference/worker/models/cacheFolder';
import { hashModel } from '../../src/inference/worker/models/hashModel';
import { readModelFile } from '../../src/inference/worker/models/modelFile';
import { createModelParts } from '../../src/inference/worker/models/modelParts';
import { openTokenizer } from '../../src/inference/worker/models/tokenizer';
import { chunksOf } from '../../src/inference/worker/run/chunks';
import { outputsOf, runPrompt, type TappedBlock } from '../../src/inference/worker/run/promptRun';
import { findModel } from '../../src/model/files/modelFolder';
import type { Token } from '../../src/protocol/attention';
import { readPrompt } from '../../src/prompts/readPrompt';
import type { Prompt, ReadAs } from '../../src/protocol/prompt';

export const bundledModel = path.resolve(import.meta.dirname, '../../media/model');

const HEADS = 9;
export const HIDDEN = 576;

/** A text in tokens, read as the product reads a prompt file. */
export interface ReadText {
  prompt: Prompt;
  tokens: Token[];
}

export interface StateModel {
  /** Of a text of more than `limit` tokens the first are taken. */
  encode(text: string, as: ReadAs, limit: number): Promise<ReadText>;
  /** Runs the tokens; blocks are of kind `state`, their layers counted from 0. */
  run(tokens: readonly Token[], onBlock: (block: TappedBlock) => void | Promise<void>): Promise<void>;
}

const facts = (): FactStore => createFactStore(userCacheFolder(process.env, process.platform));

/** SHA-256 of the bundled model, as its results and probes name it. */
export async function bundledHash(): Promise<string> {
  const { graph } = await findModel(bundledModel);
  const { weights } = await readModelFile(graph);
  return hashModel(graph, weights.names, facts());
}

/**
 * The bundled model in the product's runtime, cut off after the last of `layers`: "after layer 18" (18) is the
 * residual stream after 18 of its 30 layers, `hidden_states[18]` of transformers.
 */
export async function openStateModel(layers: readonly number[], threads: number): Promise<StateModel> {
  const folder = await findModel(bundledModel);
  const sha256Now = (names: readonly string[]): Promise<string> => hashModel(folder.graph, names, facts());
  const sha256 = await bundledHash();
  const of = { path: folder.graph, sha256, tableRows: new Map<string, number>(), sha256Now };
  const model = await createModelParts(of, threads).statesTo(Math.max(...layers) - 1);
  // Layers count from 1 in a probe's file, which names the state after so many of them.
  const outputs = outputsOf(
    model,
    'state',
    layers.map((after) => after - 1),
  );
  const tokenizer = await openTokenizer(folder);
  return {
    async encode(text, as, limit) {
      const prompt = readPrompt(text, { languageId: 'markdown' }, as);
      const { tokens } = await tokenizer.encode(prompt);
      return { prompt, tokens: tokens.slice(0, limit) };
    },
    run: (tokens, onBlock) =>
      runPrompt(
        model,
        tokens.map(({ id }) => id),
        chunksOf(tokens.length, HEADS, 0),
        outputs,
        onBlock,
      ),
  };
}

/** The states of a text's tokens, `[token, layer, hidden]`, layers in the order given. */
export async function statesOf(
  model: StateModel,
  tokens: readonly Token[],
  layers: readonly number[],
): Promise<Float32Array> {
  const states = new Float32Array(tokens.length * layers.length * HIDDEN);
  await model.run(tokens, ({ layer, firstQuery, values }) => {
    const at = layers.indexOf(layer + 1);
    for (let query = 0; query * HIDDEN < values.length; query++) {
      const to = ((firstQuery + query) * layers.length + at) * HIDDEN;
      states.set(values.subarray(query * HIDDEN, (query + 1) * HIDDEN), to);
    }
  });
  return states;
}
