import { refusalOf } from '../../../model/check/check';
import type { ModelSummary } from '../../../protocol/analysis';
import { AttnscopeError } from '../../../protocol/errors';
import { sentence } from '../../../protocol/sentence';
import { chunksOf, type Chunk } from '../run/chunks';
import type { Context } from '../run/fitContext';
import { fixedLength, passes, type ModelChecks } from './examineModel';
import type { LoadedModel } from './loadModel';

/** A model whose maps of prompts can be trusted, and what is known of it. */
export interface CheckedModel extends LoadedModel {
  summary: ModelSummary;
  causal: boolean;
  context: Context;
  /** `[layer]` */
  headsOf: readonly number[];
  /** Whether a prompt may be read in pieces, over the cache of keys and values. */
  inPieces: boolean;
  /**
   * Cuts a prompt, from token `from` on where it is read in pieces, so that runs which fetch `rowsFetched` rows per
   * query fit the memory.
   */
  chunks(tokens: number, rowsFetched: number, from?: number): Chunk[];
}

/**
 * Puts together what loading and the checks have shown. Throws `bad-model` for the first check that refuses the
 * model.
 */
export function checkedModel(model: LoadedModel, checks: ModelChecks): CheckedModel {
  refuseFailed(checks);
  const headsOf = checks.layers.map(({ heads }) => heads);
  const heads = Math.max(...headsOf);
  const inPieces = checks.layers.every((layer) => passes(layer.checks, 'pieces'));
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
      ...(model.provider ? { provider: model.provider } : {}),
      tap: [...new Set(model.layers.map(({ via }) => via))].join(', '),
      ...(model.server === undefined ? {} : { server: model.server }),
    },
    context: { contextLength, exact: fixed !== undefined },
    causal: checks.layers.every((layer) => passes(layer.checks, 'causal')),
    headsOf,
    inPieces,
    chunks: (tokens, rowsFetched, from) =>
      inPieces ? chunksOf(tokens, heads, rowsFetched, from) : [{ first: 0, end: tokens }],
  };
}

function refuseFailed({ prompt, layers }: ModelChecks): void {
  const unfit = refusalOf(prompt);
  if (unfit !== undefined) {
    throw new AttnscopeError('bad-model', [
      sentence(
        'A prompt alone cannot be read with this model: {unfit}. Its maps can be had with "extract" and all of its inputs; to analyse prompts, choose a decoder or an encoder for text.',
        { unfit },
      ),
    ]);
  }
  for (const [layer, { checks }] of layers.entries()) {
    const why = refusalOf(checks);
    if (why === undefined) continue;
    throw new AttnscopeError('bad-model', [
      sentence(
        'What this model gives as attention is none, so no map of it is shown: in layer {layer}, {why}. Choose another model, or export this one with attention spelled out (eager).',
        { layer, why },
      ),
    ]);
  }
}
