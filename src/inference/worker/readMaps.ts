import { createHash } from 'node:crypto';
import { AttnscopeError } from '../../protocol/errors';
import { type HeadChoice, type InferenceParams, type InferenceResult } from '../../protocol/inference';
import { type Chunk } from './chunks';
import { collectMaps } from './mapCollector';
import { type MapStore } from './mapStore';
import { type AttentionBlock, type RunnableModel, runPrompt } from './promptRun';

/** The largest answer in bytes: more than this stalls both ends while it crosses. */
const MOST_BYTES = 256 * 1024 * 1024;

type Params = Pick<
  InferenceParams<'maps'>,
  'tokenIds' | 'layers' | 'heads' | 'firstQuery' | 'endQuery' | 'pool'
>;

/** A model and what is known of it. */
export interface MapModel extends RunnableModel {
  sha256: string;
  layerCount: number;
  heads: number;
  /** Cuts a prompt so that runs which fetch `rowsFetched` rows per query fit the memory. */
  chunks(tokens: number, rowsFetched: number): Chunk[];
}

/** A hash under which maps of a prompt are kept. */
export function hashTokens(tokenIds: readonly number[]): string {
  return createHash('sha256').update(Uint32Array.from(tokenIds)).digest('base64');
}

/**
 * Maps from the store, or from one run of the model for all that the store lacks. What does not fit the
 * store is pooled as it leaves the model and never stands in memory whole.
 */
export async function readMaps(
  model: MapModel,
  store: MapStore,
  params: Params,
  onChunk: (done: number) => void,
): Promise<InferenceResult<'maps'>> {
  const { tokenIds, layers, heads, firstQuery, endQuery, pool } = params;
  const n = tokenIds.length;
  refuseOutside(model, params);
  const rows = Math.ceil((endQuery - firstQuery) / pool);
  const columns = Math.ceil(n / pool);
  const values = new Float32Array(layers.length * heads.length * rows * columns);
  const target = (layer: number, head: number) =>
    values.subarray(
      (layer * heads.length + head) * rows * columns,
      (layer * heads.length + head + 1) * rows * columns,
    );
  const draw = (into: Float32Array, weights: Float32Array, first: number, keys: number) =>
    poolRows(into, columns, pool, weights, keys, first - firstQuery, endQuery - firstQuery);

  const tokens = hashTokens(tokenIds);
  const missing: { layer: number; head: HeadChoice; into: Float32Array }[] = [];
  layers.forEach((layer, l) =>
    heads.forEach((head, h) => {
      const known = store.get({ model: model.sha256, tokens, layer, head });
      if (known) draw(target(l, h), known, 0, n);
      else missing.push({ layer, head, into: target(l, h) });
    }),
  );
  if (missing.length === 0) return { rows, columns, values };

  const headMeans = [...new Set(missing.filter(({ head }) => head === 'mean').map(({ layer }) => layer))];
  const maps = [...new Set(missing.filter(({ head }) => head !== 'mean').map(({ layer }) => layer))];
  const kept = collectMaps(store, n, headMeans.length + maps.length * model.heads);
  const onBlock = (block: AttentionBlock) => {
    const perHead = block.queries * block.keys;
    for (let h = 0; h < block.heads; h++) {
      const head = block.kind === 'headMeans' ? 'mean' : h;
      const weights = block.values.subarray(h * perHead, (h + 1) * perHead);
      const key = { model: model.sha256, tokens, layer: block.layer, head } as const;
      kept?.add(key, block.firstQuery, block.keys, weights);
      for (const asked of missing) {
        if (asked.layer === block.layer && asked.head === head)
          draw(asked.into, weights, block.firstQuery, block.keys);
      }
    }
  };
  const all = model.chunks(n, headMeans.length + maps.length * model.heads);
  // Later queries change nothing in the rows asked for; they are run only to be kept.
  const chunks = kept ? all : all.filter(({ first }) => first < endQuery);
  await runPrompt(model, tokenIds, chunks, { headMeans, maps }, onBlock, ({ end }) => onChunk(end));
  kept?.finish();
  return { rows, columns, values };
}

function refuseOutside(
  model: MapModel,
  { tokenIds, layers, heads, firstQuery, endQuery, pool }: Params,
): void {
  const refuse = (what: string) => {
    throw new AttnscopeError('bad-input', `${what} Ask within what the model and the prompt have.`);
  };
  const [lastLayer, lastHead] = [model.layerCount - 1, model.heads - 1];
  if (layers.some((layer) => layer > lastLayer)) refuse(`The model's layers are 0 to ${lastLayer}.`);
  if (heads.some((head) => head !== 'mean' && head > lastHead))
    refuse(`The model's heads are 0 to ${lastHead}.`);
  if (firstQuery >= endQuery || endQuery > tokenIds.length)
    refuse(`The prompt's tokens are 0 to ${tokenIds.length - 1}.`);
  const cells = Math.ceil((endQuery - firstQuery) / pool) * Math.ceil(tokenIds.length / pool);
  if (4 * cells * layers.length * heads.length > MOST_BYTES)
    refuse('The maps asked for at once are larger than 256 MiB.');
}

/**
 * Takes the largest weight of each square of `pool` cells. `weights` `[rows, keys]` start at row `first`
 * of the part drawn, which ends before row `end`; `into` is `[.., columns]` and may hold earlier rows of a square.
 */
export function poolRows(
  into: Float32Array,
  columns: number,
  pool: number,
  weights: Float32Array,
  keys: number,
  first: number,
  end: number,
): void {
  const rows = weights.length / keys;
  for (let row = Math.max(0, -first); row < rows && first + row < end; row++) {
    const line = Math.floor((first + row) / pool) * columns;
    if (pool === 1) {
      into.set(weights.subarray(row * keys, (row + 1) * keys), line);
      continue;
    }
    for (let key = 0; key < keys; key++) {
      const cell = line + Math.floor(key / pool);
      const weight = weights[row * keys + key]!;
      if (weight > into[cell]!) into[cell] = weight;
    }
  }
}
