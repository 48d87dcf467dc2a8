import path from 'node:path';
import {
  createFactStore,
  type FactStore,
  userCacheFolder,
} from '../../src/inference/worker/models/cacheFolder';
import { hashModel } from '../../src/inference/worker/models/hash/hashModel';
import { readModelFile } from '../../src/inference/worker/models/modelFile';
import { createModelParts } from '../../src/inference/worker/models/modelParts';
import { openTokenizer } from '../../src/inference/worker/tokenizer/tokenizer';
import { chunksOf } from '../../src/inference/worker/run/chunks';
import { cutPast, NOTHING_READ, type Past } from '../../src/inference/worker/run/past';
import { outputsOf, readOn } from '../../src/inference/worker/run/promptRun';
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
  /** Of a text of more than `limit` tokens the first are taken. Needs no more of the model than its tokenizer. */
  encode(text: string, as: ReadAs, limit: number): Promise<ReadText>;
  /**
   * States of these tokens, `[token, layer, hidden]`, layers in the order in which they were asked for. What they
   * share with those of the call before, a template or the text before a plant, is not run again.
   */
  states(tokens: readonly Token[]): Promise<Float32Array>;
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
  const parts = createModelParts(of, { threads });
  const tokenizer = await openTokenizer(folder);
  const width = layers.length * HIDDEN;
  let last: { ids: readonly number[]; past: Past; states: Float32Array } | undefined;
  return {
    async encode(text, as, limit) {
      const prompt = readPrompt(text, { languageId: 'markdown' }, as);
      const { tokens } = await tokenizer.encode(prompt);
      return { prompt, tokens: tokens.slice(0, limit) };
    },
    async states(tokens) {
      const model = await parts.statesTo(Math.max(...layers) - 1);
      const ids = tokens.map(({ id }) => id);
      const apart = ids.findIndex((id, at) => id !== last?.ids[at]);
      // The last token is always run: a run needs one.
      const shared = Math.min(apart < 0 ? ids.length : apart, ids.length - 1);
      const past = last && shared > 0 ? cutPast(model.cache, last.past, shared) : NOTHING_READ;
      const states = new Float32Array(ids.length * width);
      if (last) states.set(last.states.subarray(0, past.tokens * width));
      last = undefined;
      const read = await readOn(model, past, {
        tokenIds: ids.slice(past.tokens),
        chunks: chunksOf(ids.length, HEADS, 0, past.tokens),
        // Layers count from 1 in a probe's file, which names the state after so many of them.
        wanted: outputsOf(
          model,
          'state',
          layers.map((after) => after - 1),
        ),
        goesOn: true,
        onBlock({ layer, firstQuery, values }) {
          const at = layers.indexOf(layer + 1);
          for (let query = 0; query * HIDDEN < values.length; query++) {
            const state = values.subarray(query * HIDDEN, (query + 1) * HIDDEN);
            states.set(state, ((firstQuery + query) * layers.length + at) * HIDDEN);
          }
        },
      });
      last = { ids, past: read, states };
      return states;
    },
  };
}
