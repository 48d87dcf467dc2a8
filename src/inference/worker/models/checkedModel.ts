import { type ModelSummary } from '../../../protocol/analysis';
import { AttnscopeError } from '../../../protocol/errors';
import { chunksOf, type Chunk } from '../run/chunks';
import { type Context } from '../run/fitContext';
import { type LoadedModel } from './loadModel';
import { fixedLength, type Sanity } from './sanityCheck';

/** A model whose maps of prompts can be trusted, and what is known of it. */
export interface CheckedModel extends LoadedModel {
  summary: ModelSummary;
  causal: boolean;
  context: Context;
  /** `[layer]` */
  headsOf: readonly number[];
  /** Cuts a prompt so that runs which fetch `rowsFetched` rows per query fit the memory. */
  chunks(tokens: number, rowsFetched: number): Chunk[];
}

/** Puts together what loading and the check have shown. */
export function checkedModel(model: LoadedModel, sanity: Sanity): CheckedModel {
  const heads = Math.max(...sanity.heads);
  const fixed = fixedLength(model);
  const contextLength = fixed ?? model.folder.contextLength;
  return {
    ...model,
    summary: {
      name: model.folder.name,
      sha256: model.sha256,
      layers: model.layers.length,
      heads,
      contextLength,
      tap: [...new Set(model.layers.map(({ via }) => via))].join(', '),
    },
    context: { contextLength, exact: fixed !== undefined },
    causal: sanity.causal,
    headsOf: sanity.heads,
    chunks: (tokens, rowsFetched) =>
      sanity.chunks ? chunksOf(tokens, heads, rowsFetched) : [{ first: 0, end: tokens }],
  };
}

/** Throws `bad-model` where a prompt alone cannot be fed, or does not have one map per layer. */
export function refuseUnlessPromptModel({ fed, layers }: LoadedModel): void {
  const refuse = (why: string) => {
    throw new AttnscopeError(
      'bad-model',
      `A prompt alone cannot be read with this model: ${why}. Its maps can be had with "extract" and all of its inputs; to analyse prompts, choose a decoder or an encoder for text.`,
    );
  };
  if (!fed.inputs.some(({ name }) => name === 'input_ids')) refuse('it has no input named input_ids');
  if (layers.some(({ stack }) => stack !== 'self'))
    refuse('it has an encoder and a decoder, or a part of such a pair');
}
