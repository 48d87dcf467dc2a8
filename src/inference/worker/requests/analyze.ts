import { likeliest, type Likely } from '../../../attention/likeliest';
import { readingPosition } from '../../../attention/readingPosition';
import { createSummary } from '../../../attention/summary/summary';
import type { KindName } from '../../../model/tap/tapKinds';
import { leftOutSegments } from '../../../model/tokens/leftOut';
import { tokensOfRange } from '../../../model/tokens/tokenRanges';
import { markedPlaces } from '../../../probes/warned';
import { packSummary } from '../../../protocol/analysis';
import type { ReadingPosition } from '../../../protocol/attention';
import { unpack } from '../../../protocol/borders/packed';
import { ModelBaseline } from '../../../protocol/learned/baseline';
import { ModelInput } from '../../../protocol/prompt';
import { keepMaps } from '../maps/keepMaps';
import { keptMeans } from '../maps/keptMeans';
import { hashTokens, keepRows, type RowKind } from '../maps/mapStore';
import { shippedFact } from '../models/shippedFact';
import { createProbeReader } from '../probes/readProbes';
import { fitContext } from '../run/fitContext';
import { givesStates, outputsOf } from '../run/promptRun';
import { readPrompt } from '../run/readPrompt';
import { tokensDone, type Answer } from './answer';

/** The rows that leave the model for a reading position. */
const ROW_KINDS: Record<ReadingPosition['kind'], RowKind> = {
  last: 'lastRow',
  classification: 'firstRow',
  mean: 'meanRow',
};

/** How many of the likeliest next tokens are told. */
const NEXT_TOKENS = 5;

/**
 * Reads a prompt and describes what the model attends to. Head means pass through the analyses as they
 * leave the model, block by block; they are kept as maps too where they fit.
 */
export const analyze: Answer<'analyze'> = async (params, { models, maps, probes, lastRead }, progress) => {
  const model = await (params.opened
    ? models.held(params.model, progress, { forText: true })
    : models.open(params.model, progress, { forText: true }));
  const started = performance.now();
  progress({ stage: 'tokenize', done: 0, total: 1 });
  const input = unpack(params.input, ModelInput);
  const tokenizer = await model.tokenizer();
  const { tokens: all, rendering, template } = await tokenizer.encode(input);
  const tokens = [...fitContext(all, model.context, params.overflow)];
  const tokenized = performance.now();

  const n = tokens.length;
  const layers = model.layers.map((_, layer) => layer);
  const reading = readingPosition(model.causal, tokens);
  const rowKind = ROW_KINDS[reading.kind];
  const { sentences, names } = params.probe ?? { sentences: [], names: [] };
  const probed = { tokens, segments: input.segments, sentences };
  const probe = createProbeReader(await probes(model.sha256, givesStates(model) ? names : []), probed);
  const summary = createSummary({
    layers: layers.length,
    heads: model.summary.heads,
    causal: model.causal,
    reading,
    tokens,
    specialIds: tokenizer.specialIds,
    segments: input.segments,
    rule: params.rule,
    baseline: (await shippedFact('baselines', model.sha256, ModelBaseline))?.rows,
    spans: [...params.spans.map((span) => tokensOfRange(tokens, span)), ...(probe?.candidates ?? [])],
  });
  const tokenIds = tokens.map(({ id }) => id);
  const prompt = { model: model.sha256, tokens: hashTokens(tokenIds) };
  const kept = keepMaps(model, maps, prompt, n, { means: true, heads: params.heads ?? false });
  // A model that reads both ways fills gaps; it does not say what comes next.
  const fetched: KindName[] = [
    ...(['headMean', rowKind] as const),
    ...(model.causal ? (['nextLogits'] as const) : []),
    ...(kept.heads ? (['pooledMap'] as const) : []),
  ];
  let next: Likely[] = [];
  const onChunk = tokensDone(progress, n);
  await readPrompt(model, model, lastRead, {
    tokenIds,
    rowsFetched: layers.length,
    headMeans: (ids, end) => keptMeans(maps, model, ids, end),
    wanted: [
      ...outputsOf(model, 'state', probe?.layers ?? []),
      ...fetched.flatMap((kind) => outputsOf(model, kind, layers)),
    ],
    onBlock(block) {
      const { kind, layer, firstQuery, dims, values } = block;
      if (kind === 'state') return probe?.add(block);
      if (kind === 'nextLogits') {
        next = likeliest(values, NEXT_TOKENS);
        return;
      }
      if (kind === 'pooledMap') return kept.addHeads(block);
      const [, , queries = 0, keys = 0] = dims;
      if (kind === rowKind) {
        keepRows(maps, { ...prompt, layer, queries: rowKind }, values, keys);
        return summary.addReadingRow(layer, values);
      }
      kept.addMean(block);
      summary.addRows({ layer, firstQuery, queries, keys, mean: values });
    },
    onChunk: ({ end }) => onChunk(end),
  });
  kept.finish();
  const readings = (await probe?.finish()) ?? null;
  const marked = markedPlaces(params.spans, sentences, probe && readings ? probe.warned(readings) : []);
  const finished = summary.finish(marked);
  return {
    model: model.summary,
    rendering,
    template,
    tokens,
    totalTokens: all.length,
    leftOut: rendering === 'messages' ? leftOutSegments(input.segments, all) : [],
    next: await Promise.all(next.map(async (one) => ({ ...one, text: await tokenizer.textOf(one.id) }))),
    probes: readings,
    marked,
    spans: finished.spans,
    summary: packSummary(finished),
    timings: { tokenize: tokenized - started, attention: performance.now() - tokenized },
  };
};
