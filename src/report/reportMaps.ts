import { deflateRawSync } from 'node:zlib';
import { type AnalysisResult } from '../protocol/analysis';
import { blockNames, type EmbeddedMaps, packWeights } from '../protocol/embedded';
import { type HeadChoice, type InferenceParams, type InferenceResult } from '../protocol/inference';

/** Asks for maps of the analysed prompt; the caller knows the model and its token ids. */
export type FetchMaps = (
  request: Omit<InferenceParams<'maps'>, 'model' | 'tokenIds'>,
) => Promise<InferenceResult<'maps'>>;

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

/** Most cells asked for at once: 64 MB of floats. */
const CELLS_PER_REQUEST = 16_000_000;

/** Characters that a cell takes, at the low end of what was measured: 0.8 to 1.7 over prompts of 100 to 1,300 tokens. */
const EXPECTED_PER_CELL = 0.85;

/** Maps of single heads with fewer rows than this show nothing. */
const FEWEST_ROWS = 16;

interface Job {
  layers: number;
  tokens: number;
  heads: HeadChoice[];
  firstQuery: number;
  causal: boolean;
  name: (layer: number) => string;
}

/**
 * Fetches and packs what a report embeds: what the last token attends to by head, then the head means of
 * all layers, then all single heads; each exact where it fits, else pooled by the largest weight until it does.
 */
export async function collectReportMaps(
  result: AnalysisResult,
  fetch: FetchMaps,
  budget = MAP_BUDGET,
): Promise<ReportMaps> {
  const tokens = result.tokens.length;
  const everyHead = Array.from({ length: result.model.heads }, (_, head) => head);
  const job = { layers: result.model.layers, tokens, firstQuery: 0, causal: result.attention.causal };
  const blocks = new Map<string, string>();

  const rows: Job = {
    ...job,
    heads: everyHead,
    firstQuery: tokens - 1,
    causal: false,
    name: blockNames.rows,
  };
  await pack(rows, 1, Infinity, fetch, blocks);
  const means: Job = { ...job, heads: ['mean'], name: blockNames.mean };
  const meanPool = await packUnder(means, budget * MEANS_SHARE, tokens, fetch, blocks);
  const heads: Job = { ...job, heads: everyHead, name: blockNames.heads };
  const coarsest = Math.max(1, Math.floor(tokens / FEWEST_ROWS));
  const headPool = await packUnder(heads, budget - lengthOf(blocks), coarsest, fetch, blocks);
  return {
    means: mapsOf(tokens, meanPool ?? tokens),
    heads: headPool === null ? null : mapsOf(tokens, headPool),
    blocks,
  };
}

function mapsOf(tokens: number, pool: number): EmbeddedMaps {
  return { side: Math.ceil(tokens / pool), pool };
}

/** Packs with the finest pooling that keeps to the budget; gives it, or `null` where none does. */
async function packUnder(
  job: Job,
  budget: number,
  coarsest: number,
  fetch: FetchMaps,
  blocks: Map<string, string>,
): Promise<number | null> {
  const cells = job.layers * job.heads.length * job.tokens ** 2 * (job.causal ? 0.5 : 1);
  let pool = Math.max(1, Math.floor(Math.sqrt((cells * EXPECTED_PER_CELL) / budget)));
  while (pool <= coarsest) {
    const packed = new Map<string, string>();
    const length = await pack(job, pool, budget, fetch, packed);
    if (length <= budget) {
      for (const [name, text] of packed) blocks.set(name, text);
      return pool;
    }
    // Cells grow fewer by the square of the pooling. Each attempt may cost passes of the model, so none is tried in vain.
    pool = Math.max(pool + 1, Math.floor(pool * Math.sqrt(length / budget)));
  }
  return null;
}

/** Packs one block per layer; gives their length, or as soon as it is sure to be above the budget, what it would be. */
async function pack(
  job: Job,
  pool: number,
  budget: number,
  fetch: FetchMaps,
  blocks: Map<string, string>,
): Promise<number> {
  const side = Math.ceil(job.tokens / pool);
  const maps = job.heads.length;
  const perLayer = maps * Math.ceil((job.tokens - job.firstQuery) / pool) * side;
  const step = Math.max(1, Math.floor(CELLS_PER_REQUEST / perLayer));
  let length = 0;
  for (let first = 0; first < job.layers; first += step) {
    const layers = Array.from({ length: Math.min(step, job.layers - first) }, (_, i) => first + i);
    const { heads, firstQuery, tokens } = job;
    const answer = await fetch({
      layers: layers as [number, ...number[]],
      heads: heads as [HeadChoice, ...HeadChoice[]],
      firstQuery,
      endQuery: tokens,
      pool,
    });
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
