import { poolFor } from '../../maps/mapSource';
import { takeSinkOut } from '../../../src/attention/withoutSink';
import { asShown } from '../../maps/asShown';
import { sinkTakenOut, type View } from '../../state/state';

/** One weight per token, for the token strip. */
export interface TokenWeights {
  /** `[token]`; NaN where one of the two cannot look at the other, or the sink was taken out. */
  values: Float32Array;
  /** More than 1 where only blocks of tokens could be had. */
  pool: number;
}

/** What the chosen token attends to, or what attends to it, in the chosen map or over all layers. */
export async function tokenWeights(view: View, signal: AbortSignal): Promise<TokenWeights> {
  const { token, direction, scope, layer, head } = view.store.get();
  if (direction === 'readBy') return column(view, signal);
  if (scope === 'one-map') return row(view, [layer], head, token, signal);
  const { reading } = view.shown.result.attention;
  if (token === reading.token) {
    return meanOfLayers(view, Float32Array.from(reading.perLayer.flat()), reading.perLayer.length, token, 1);
  }
  const layers = Array.from({ length: view.shown.result.model.layers }, (_, i) => i);
  return row(view, layers, 'mean', token, signal);
}

async function row(
  view: View,
  layers: number[],
  head: number | 'mean',
  token: number,
  signal: AbortSignal,
): Promise<TokenWeights> {
  const request = { layers, heads: [head], firstQuery: token, endQuery: token + 1, pool: 1 };
  const block = await view.maps.maps(request, signal);
  return meanOfLayers(view, block.values, layers.length, token, block.pool);
}

/** Mean over rows `[layers, columns]`, the sink taken out of each layer's row where that is wished. */
function meanOfLayers(
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
  const values = new Float32Array(tokens.length).fill(NaN);
  const end = attention.causal ? token + 1 : tokens.length;
  for (let key = 0; key < end; key++) {
    const at = Math.floor(key / pool);
    if (sink !== null && at === Math.floor(sink / pool)) continue;
    let sum = 0;
    for (let layer = 0; layer < layers; layer++) sum += own[layer * columns + at]!;
    values[key] = sum / layers;
  }
  return { values, pool };
}

async function column(view: View, signal: AbortSignal): Promise<TokenWeights> {
  const { token, layer, head } = view.store.get();
  const { tokens, attention } = view.shown.result;
  const all = { firstQuery: 0, endQuery: tokens.length, pool: poolFor(tokens.length) };
  const request = { ...all, layers: [layer], heads: [head] };
  const block = await view.maps.maps(request, signal);
  const { columns, pool } = block;
  const own = asShown(block.values, block, { causal: attention.causal, sinkOut: sinkTakenOut(view) });
  const values = new Float32Array(tokens.length).fill(NaN);
  const key = Math.floor(token / pool);
  for (let query = attention.causal ? token : 0; query < tokens.length; query++) {
    // What a token gives to itself is not what others give to it.
    if (query === token && pool === 1) continue;
    values[query] = own[Math.floor(query / pool) * columns + key]!;
  }
  return { values, pool };
}
