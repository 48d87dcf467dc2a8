import type { KindName } from '../../../model/tap/tapKinds';
import type { NextToken } from '../../../protocol/analysis';
import { collectMaps } from '../maps/mapCollector';
import { hashTokens, keepRows } from '../maps/mapStore';
import { answerTexts } from '../run/answerTexts';
import { decode } from '../run/decode';
import { fitContext } from '../run/fitContext';
import type { TappedBlock } from '../run/promptRun';
import { readToEnd, refuseSilent } from '../run/standing';
import { tokensDone, type Answer } from './answer';
import { nextStep } from '../run/nextStep';

const KINDS: readonly KindName[] = ['headMean', 'lastRow'];

/**
 * Lets the model answer, and tells each token as it comes. Its attention is kept on the way: the head means of the
 * prompt with its answer behind it, and for each of its tokens the row of each head, under the prompt as far as it.
 */
export const generate: Answer<'generate'> = async (params, { models, maps }, progress, signal) => {
  const model = await models.held(params.model, progress, { forText: true });
  const { tokenIds, count } = params;
  refuseSilent(model);
  fitContext(tokenIds, model.context, 'refuse');
  const tokenizer = await model.tokenizer();

  const ids = [...tokenIds];
  const longest = Math.min(ids.length + count, model.context.contextLength ?? Infinity);
  const means = collectMaps(maps, { tokens: longest, causal: true }, model.layers.length);
  const of = () => ({ model: model.sha256, tokens: hashTokens(ids) });
  const onBlock = ({ kind, layer, firstQuery, dims, values }: TappedBlock) => {
    const keys = dims.at(-1)!;
    if (kind === 'lastRow') return keepRows(maps, { ...of(), layer, queries: 'lastRow' }, values, keys);
    means?.add({ ...of(), layer, head: 'mean', queries: 'all' }, firstQuery, keys, values);
    const last = values.slice(-keys);
    maps.set({ ...of(), layer, head: 'mean', queries: 'lastRow' }, last);
  };
  const onChunk = tokensDone(progress, ids.length);
  const standing = await readToEnd(model, {
    ...{ tokenIds, goesOn: true, kinds: KINDS, onBlock },
    async onChunk({ end }) {
      onChunk(end);
      await nextStep(signal);
    },
  });
  const told: NextToken[] = [];
  const textOf = answerTexts(tokenizer);
  const { ended } = await decode(model, standing, {
    ...{ count, endIds: tokenizer.endIds, kinds: KINDS, onBlock },
    async onToken(token) {
      await nextStep(signal);
      ids.push(token.id);
      const written = { ...token, text: await textOf(token.id) };
      told.push(written);
      progress({ stage: 'answer', done: told.length, total: count, token: written });
    },
  }).finally(() => means?.finish({ tokens: of().tokens, count: ids.length }));
  return { tokens: told, text: await tokenizer.write(told.map(({ id }) => id)), ended };
};
