import { meanOfLayers } from '../../../src/attention/parts';
import { takeSinkOut } from '../../../src/attention/withoutSink';
import { asShown } from '../../maps/asShown';
import { type MapBlock, poolOf } from '../../maps/mapSource';
import { sinkTakenOut, type View } from '../../state/state';

/** Weights between one token and all others, for the token strip. NaN: neither looks at the other, or the sink is out. */
export interface TokenWeights {
  token: number;
  /** `[token]`: what it attends to. */
  reads: Float32Array;
  /** `[token]`: what others give to it; `null` where that is not at hand. */
  readBy: Float32Array | null;
  /** More than 1 where only blocks of tokens could be had. */
  pool: number;
}

/** What a token attends to, mean of all layers and heads. Who attends to it would be every map whole. */
export async function weightsOfLayers(view: View, token: number, signal: AbortSignal): Promise<TokenWeights> {
  const { reading } = view.shown.result.attention;
  if (token === reading.token) {
    const rows = Float32Array.from(reading.perLayer.flat());
    return weightsOfRows(view, rows, reading.perLayer.length, token, 1);
  }
  const layers = Array.from({ length: view.shown.result.model.layers }, (_, layer) => layer);
  const row = { firstQuery: token, endQuery: token + 1, pool: 1 };
  const block = await view.maps.maps({ layers, heads: ['mean'], ...row }, signal);
  return weightsOfRows(view, block.values, layers.length, token, block.pool);
}

/** Weights of each token in the open map, as they are shown, at hand without waiting. */
export type OpenMap = (token: number) => TokenWeights;

export async function openMapWeights(view: View, signal: AbortSignal): Promise<OpenMap> {
  const { layer, head } = view.store.get();
  const { tokens, attention } = view.shown.result;
  const { causal } = attention;
  const all = { firstQuery: 0, endQuery: tokens.length, pool: poolOf(tokens.length, head) };
  const block: MapBlock = await view.maps.maps({ ...all, layers: [layer], heads: [head] }, signal);
  const { columns, pool } = block;
  const own = asShown(block.values, block, { causal, sinkOut: sinkTakenOut(view) });
  const cell = (query: number, key: number) =>
    own[Math.floor(query / pool) * columns + Math.floor(key / pool)]!;
  return (token) => {
    const reads = new Float32Array(tokens.length).fill(NaN);
    const readBy = new Float32Array(tokens.length).fill(NaN);
    for (let key = 0; key < (causal ? token + 1 : tokens.length); key++) reads[key] = cell(token, key);
    for (let query = causal ? token : 0; query < tokens.length; query++)
      // What a token gives to itself is not what others give to it.
      if (query !== token || pool > 1) readBy[query] = cell(query, token);
    return { token, reads, readBy, pool };
  };
}

/** Mean over rows `[layers, columns]`, the sink taken out of each layer's row where that is wished. */
export function weightsOfRows(
  view: View,
  rows: Float32Array,
  layers: number,
  token: number,
  pool: number,
): TokenWeights {
  const { tokens, attention } = view.shown.result;
  const columns = rows.length / layers;
  const own = rows.slice();
  const sink = sinkTakenOut(view);
  if (pool === 1) takeSinkOut(own, layers, columns, sink);
  const reads = new Float32Array(tokens.length).fill(NaN);
  const end = attention.causal ? token + 1 : tokens.length;
  for (let key = 0; key < end; key++) {
    const at = Math.floor(key / pool);
    if (sink !== null && at === Math.floor(sink / pool)) continue;
    reads[key] = meanOfLayers(Array.from({ length: layers }, (_, layer) => own[layer * columns + at]!));
  }
  return { token, reads, readBy: null, pool };
}

/** The largest weight either way; 0 where there is none. */
export function largestWeight({ reads, readBy }: TokenWeights): number {
  let largest = 0;
  for (const weights of readBy ? [reads, readBy] : [reads])
    for (const weight of weights) if (weight > largest) largest = weight;
  return largest;
}

/** The tokens with the largest weights, the largest first; of equals the first. Made while the pointer moves: one pass. */
export function strongest(weights: Float32Array, most: number): number[] {
  const found: number[] = [];
  for (let index = 0; index < weights.length; index++) {
    const weight = weights[index]!;
    if (!(weight > 0) || (found.length === most && weight <= weights[found[most - 1]!]!)) continue;
    const at = found.findIndex((other) => weights[other]! < weight);
    found.splice(at < 0 ? found.length : at, 0, index);
    if (found.length > most) found.pop();
  }
  return found;
}
