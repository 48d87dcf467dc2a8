import { readingPosition } from '../../../attention/readingPosition';
import { createSummary } from '../../../attention/summary/summary';
import { leftOutSegments } from '../../../model/tokens/leftOut';
import { tokensOfRange } from '../../../model/tokens/tokenRanges';
import { packSummary } from '../../../protocol/analysis';
import { type ReadingPosition } from '../../../protocol/attention';
import { unpack } from '../../../protocol/borders/packed';
import { ModelInput } from '../../../protocol/prompt';
import { collectMaps } from '../maps/mapCollector';
import { hashTokens, keepRows, type RowKind } from '../maps/mapStore';
import { fitContext } from '../run/fitContext';
import { outputsOf, runPrompt } from '../run/promptRun';
import { tokensDone, type Answer } from './answer';

/** What leaves the model at a reading position. */
const ROW_KINDS: Record<ReadingPosition['kind'], RowKind> = {
  last: 'lastRow',
  classification: 'firstRow',
  mean: 'meanRow',
};

/**
 * Reads a prompt and describes what the model attends to. Head means pass through the analyses as they
 * leave the model, block by block; they are kept as maps too where they fit.
 */
export const analyze: Answer<'analyze'> = async (params, { models, maps }, progress) => {
  const { model, loadMs } = await models.open(params.model, progress);
  const started = performance.now();
  progress({ stage: 'tokenize', done: 0, total: 1 });
  const input = unpack(params.input, ModelInput);
  const tokenizer = await model.tokenizer();
  const all = await tokenizer.encode(input);
  const tokens = [...fitContext(all, model.context, params.overflow)];
  const tokenized = performance.now();

  const n = tokens.length;
  const layers = model.layers.map((_, layer) => layer);
  const reading = readingPosition(model.causal, tokens);
  const rowKind = ROW_KINDS[reading.kind];
  const summary = createSummary({
    layers: layers.length,
    heads: model.summary.heads,
    causal: model.causal,
    reading,
    tokens,
    specialIds: tokenizer.specialIds,
    segments: input.segments,
    spans: params.spans.map((span) => tokensOfRange(tokens, span)),
  });
  const tokenIds = tokens.map(({ id }) => id);
  const kept = collectMaps(maps, n, layers.length);
  const prompt = { model: model.sha256, tokens: hashTokens(tokenIds) };
  const onChunk = tokensDone(progress, n);
  await runPrompt(
    model,
    tokenIds,
    model.chunks(n, layers.length),
    [...outputsOf(model, 'headMean', layers), ...outputsOf(model, rowKind, layers)],
    ({ kind, layer, firstQuery, dims, values }) => {
      const [, , queries = 0, keys = 0] = dims;
      if (kind === rowKind) {
        keepRows(maps, { ...prompt, layer, queries: rowKind }, values, keys);
        return summary.addReadingRow(layer, values);
      }
      kept?.add({ ...prompt, layer, head: 'mean', queries: 'all' }, firstQuery, keys, values);
      summary.addRows({ layer, firstQuery, queries, keys, mean: values });
    },
    ({ end }) => onChunk(end),
  );
  kept?.finish();
  const finished = summary.finish();
  return {
    model: model.summary,
    template: input.rendering === 'raw' ? null : tokenizer.hasTemplate ? 'model' : 'role headings',
    tokens,
    totalTokens: all.length,
    leftOut: input.rendering === 'template' ? leftOutSegments(input.segments, all) : [],
    spans: finished.spans,
    summary: packSummary(finished),
    timings: { load: loadMs, tokenize: tokenized - started, attention: performance.now() - tokenized },
  };
};
