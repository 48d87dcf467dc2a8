import { deflateRawSync } from 'node:zlib';
import { finestPool } from '../attention/pooling';
import { type ReadingQueries, readingQueries } from '../attention/readingPosition';
import type { AnalysisResult } from '../protocol/analysis';
import { blockNames, type EmbeddedMaps, packWeights } from '../protocol/borders/embedded';
import {
  HEAD_POOL,
  type HeadChoice,
  type InferenceParams,
  type InferenceResult,
} from '../protocol/borders/inference';

/** Asks for maps of the analysed prompt; the caller knows the model and its token ids. Tells `done` of `total`. */
export type FetchMaps = (
  request: Omit<InferenceParams<'maps'>, 'model' | 'tokenIds'>,
  onProgress?: (progress: { done: number; total: number }) => void,
) => Promise<InferenceResult<'maps'>>;

/** How maps are collected. */
export interface CollectOptions {
  /** Characters of base64 that all maps may take; `MAP_BUDGET` where absent. */
  budget?: number;
  /** Called with how far it is, from 0 to 1; never goes back. */
  onProgress?: (share: number) => void;
}

/** The maps of a report: packed, deflated and in base64, by block name. */
export interface ReportMaps {
  means: EmbeddedMaps;
  /** `null` where single heads do not fit. */
  heads: EmbeddedMaps | null;
  blocks: ReadonlyMap<string, string>;
}

/** Characters of base64 that all maps of a report may take; with code and result the file stays under 16 MB. */
export const MAP_BUDGET = 14_000_000;

/** The part of the budget that head means may take: they come first, single heads get what is left. */
const MEANS_SHARE = 0.6;

/** Most cells asked for at once: 96 MB of floats. Each request for single heads costs a pass of the model. */
const CELLS_PER_REQUEST = 24_000_000;

/** The same of a long prompt, whose maps are all kept in squares after one pass: 8 MB. */
const CELLS_OF_LONG = 2_000_000;

/**
 * Characters that a cell of a head mean takes, at the least: 1.0 to 1.4 were measured over prompts of 100 to 1,300
 * tokens.
 */
const PER_MEAN_CELL = 1;
/** How much more a cell of a single head takes, pooled as it comes: 1.05 to 1.24 times were measured. */
const HEADS_TO_MEANS = 1.05;

/** Maps of single heads with fewer rows than this show nothing. */
const FEWEST_ROWS = 16;

/** What is packed one after the other: rows of each head, head means, single heads. */
const PARTS = 3;

interface Job {
  layers: number;
  tokens: number;
  heads: HeadChoice[];
  queries: ReadingQueries;
  causal: boolean;
  name: (layer: number) => string;
  /** Told how many of the layers are packed; a layer may be so in part. */
  tell: (layers: number) => void;
}

/**
 * Fetches and packs what a report embeds: what each head reads, then the head means of
 * all layers, then all single heads; each exact where it fits, else pooled by the largest weight until it does.
 */
export async function collectReportMaps(
  result: AnalysisResult,
  fetch: FetchMaps,
  { budget = MAP_BUDGET, onProgress }: CollectOptions = {},
): Promise<ReportMaps> {
  const tokens = result.tokens.length;
  const everyHead = Array.from({ length: result.model.heads }, (_, head) => head);
  const { causal, reading } = result.attention;
  const { layers } = result.model;
  // Maps of a long prompt are put together from squares that were kept as the model read it.
  const finest = finestPool(tokens);
  const job = { layers, tokens, queries: { firstQuery: 0, endQuery: tokens }, causal };
  const blocks = new Map<string, string>();
  let told = 0;
  /** Another attempt begins again at its first layer, which is not told as a step back. */
  const tellPart = (part: number) => (packed: number) => {
    told = Math.max(told, (part + packed / layers) / PARTS);
    onProgress?.(told);
  };

  const rows: Job = {
    ...job,
    heads: everyHead,
    queries: readingQueries(reading, tokens),
    causal: false,
    name: blockNames.rows,
    tell: tellPart(0),
  };
  await pack(rows, 1, Infinity, fetch, blocks);
  const means: Job = { ...job, heads: ['mean'], name: blockNames.mean, tell: tellPart(1) };
  const forMeans = {
    coarsest: tokens,
    multipleOf: finest,
    budget: budget * MEANS_SHARE,
    perCell: PER_MEAN_CELL,
  };
  const mean = await packUnder(means, forMeans, fetch, blocks);
  const heads: Job = { ...job, heads: everyHead, name: blockNames.heads, tell: tellPart(2) };
  const left = {
    coarsest: Math.max(1, Math.floor(tokens / FEWEST_ROWS)),
    // So that cells of means can be put together into cells of heads.
    multipleOf: commonMultiple(mean?.pool ?? 1, finest > 1 ? HEAD_POOL : 1),
    budget: budget - lengthOf(blocks),
    perCell: (mean?.perCell ?? PER_MEAN_CELL) * HEADS_TO_MEANS,
  };
  const head = await packUnder(heads, left, fetch, blocks);
  heads.tell(layers);
  return {
    means: mapsOf(tokens, mean?.pool ?? tokens),
    heads: head && mapsOf(tokens, head.pool),
    blocks,
  };
}

/** The least number that is a multiple of both. */
function commonMultiple(a: number, b: number): number {
  let multiple = a;
  while (multiple % b > 0) multiple += a;
  return multiple;
}

function mapsOf(tokens: number, pool: number): EmbeddedMaps {
  return { side: Math.ceil(tokens / pool), pool };
}

/** What a kind of maps may take. */
interface Room {
  /** Characters of base64. */
  budget: number;
  /** Characters that a cell is expected to take. */
  perCell: number;
  /** Pooling above which nothing can be seen. */
  coarsest: number;
  multipleOf: number;
}

/**
 * Packs with the finest pooling that keeps to the budget, starting from where it is expected to; gives
 * it and the characters that a cell took, or `null` where no pooling fits.
 */
async function packUnder(
  job: Job,
  { budget, perCell, coarsest, multipleOf }: Room,
  fetch: FetchMaps,
  blocks: Map<string, string>,
): Promise<{ pool: number; perCell: number } | null> {
  const cells = job.layers * job.heads.length * job.tokens ** 2 * (job.causal ? 0.5 : 1);
  const fits = (least: number) => Math.max(1, Math.ceil(least / multipleOf)) * multipleOf;
  let pool = fits(Math.sqrt((cells * perCell) / budget));
  while (pool <= coarsest) {
    const packed = new Map<string, string>();
    const length = await pack(job, pool, budget, fetch, packed);
    if (length <= budget) {
      for (const [name, text] of packed) blocks.set(name, text);
      return { pool, perCell: (length * pool ** 2) / cells };
    }
    // Cells grow fewer by the square of the pooling. Each attempt may cost passes of the model, so none is made in vain.
    pool = fits(Math.max(pool + 1, Math.floor(pool * Math.sqrt(length / budget))));
  }
  return null;
}

/** Packs one block per layer; gives their length, or, once that is above the budget, what it would become. */
async function pack(
  job: Job,
  pool: number,
  budget: number,
  fetch: FetchMaps,
  blocks: Map<string, string>,
): Promise<number> {
  const side = Math.ceil(job.tokens / pool);
  const maps = job.heads.length;
  const { firstQuery, endQuery, average } = job.queries;
  const perLayer = maps * (average ? 1 : Math.ceil((endQuery - firstQuery) / pool)) * side;
  const cells = finestPool(job.tokens) > 1 ? CELLS_OF_LONG : CELLS_PER_REQUEST;
  const step = Math.max(1, Math.floor(cells / perLayer));
  let length = 0;
  for (let first = 0; first < job.layers; first += step) {
    const layers = Array.from({ length: Math.min(step, job.layers - first) }, (_, i) => first + i);
    const { heads, queries } = job;
    const answer = await fetch(
      {
        layers: layers as [number, ...number[]],
        heads: heads as [HeadChoice, ...HeadChoice[]],
        ...queries,
        pool,
      },
      ({ done, total }) => job.tell(first + (layers.length * done) / Math.max(1, total)),
    );
    job.tell(first + layers.length);
    const size = maps * answer.rows * answer.columns;
    for (const [i, layer] of layers.entries()) {
      const values = answer.values.subarray(i * size, (i + 1) * size);
      const packed = packWeights(values, maps, answer.rows, answer.columns, job.causal);
      const text = deflateRawSync(packed).toString('base64');
      length += text.length;
      if (length > budget) return (length / (layer + 1)) * job.layers;
      blocks.set(job.name(layer), text);
    }
  }
  return length;
}

function lengthOf(blocks: ReadonlyMap<string, string>): number {
  let length = 0;
  for (const text of blocks.values()) length += text.length;
  return length;
}
