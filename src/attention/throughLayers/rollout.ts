import { addMixedRow, type LayerRows } from './mixedRow';

/**
 * Attention rollout of a query (Abnar & Zuidema 2020): `[layer][token]`, how much of its state after that layer comes
 * from each input token, if each layer mixed states by its head-mean weights and the residual connection alone. That
 * is the query's row of Â[layer] · … · Â[0], Â the mixed weights (`addMixedRow`). Each row sums to 1.
 */
export function rollout(layers: readonly LayerRows[], query: number, tokens: number): Float64Array[] {
  /** `[layer - from]`: rows of the products so far, from each layer down to the one at hand. */
  let rows: Float64Array[] = [];
  for (let at = layers.length - 1; at >= 0; at--) {
    const start = new Float64Array(tokens);
    start[query] = 1;
    rows.unshift(start);
    const next = rows.map(() => new Float64Array(tokens));
    for (let token = 0; token < tokens; token++) {
      if (rows.every((row) => row[token] === 0)) continue;
      const weights = layers[at]!(token);
      for (const [layer, row] of rows.entries()) {
        if (row[token] !== 0) addMixedRow(next[layer]!, weights, token, row[token]!);
      }
    }
    rows = next;
  }
  return rows;
}
