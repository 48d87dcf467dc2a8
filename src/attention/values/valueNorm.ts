import type { LayerValues } from './layerValues';

/** How large what each token brings is, after the output projection. */
export interface ProjectedSizes {
  /** `[tokens, heads]`: ‖f_h(x_j)‖, where f_h takes the value of a token through the rows of W_O that are head h's. */
  alone: Float64Array;
  /** `[tokens, heads, heads]`: products f_g(x_j) · f_h(x_j). */
  together: Float64Array;
}

/**
 * `projection`: W_O `[heads * size, hidden]`. The bias of the values is part of them; that of the projection belongs to no
 * token.
 */
export function projectedSizes(layer: LayerValues, projection: Float32Array): ProjectedSizes {
  const { heads, size, tokens } = layer;
  const hidden = projection.length / (heads * size);
  const alone = new Float64Array(tokens * heads);
  const together = new Float64Array(tokens * heads * heads);
  const rows = Array.from({ length: heads }, () => new Float64Array(hidden));
  for (let token = 0; token < tokens; token++) {
    rows.forEach((row, head) => {
      row.fill(0);
      const value = layer.valueOf(token, head);
      for (let i = 0; i < size; i++) {
        const at = (head * size + i) * hidden;
        const factor = value[i]!;
        for (let k = 0; k < hidden; k++) row[k]! += factor * projection[at + k]!;
      }
    });
    for (let g = 0; g < heads; g++) {
      for (let h = 0; h <= g; h++) {
        let product = 0;
        for (let k = 0; k < hidden; k++) product += rows[g]![k]! * rows[h]![k]!;
        const at = token * heads;
        together[(at + g) * heads + h] = together[(at + h) * heads + g] = product;
        if (g === h) alone[at + h] = Math.sqrt(product);
      }
    }
  }
  return { alone, together };
}

/**
 * The map of a head by the size of what it takes from each token, ‖α_ij f_h(x_j)‖, or that of all heads together,
 * ‖Σ_h α_ij f_h(x_j)‖ (`mean`); each row is divided by its sum. Kobayashi et al. 2020, "Attention is Not Only a Weight".
 */
export function valueNormMap(layer: LayerValues, sizes: ProjectedSizes, head: number | 'mean'): Float32Array {
  const { heads, tokens } = layer;
  const map = new Float32Array(tokens * tokens);
  for (let query = 0; query < tokens; query++) {
    for (let key = 0; key < tokens; key++) {
      const weight = (of: number) => layer.weights[(of * tokens + query) * tokens + key]!;
      map[query * tokens + key] =
        head === 'mean'
          ? Math.sqrt(Math.max(0, summed(weight, sizes.together, key, heads)))
          : weight(head) * sizes.alone[key * heads + head]!;
    }
  }
  divideRows(map, tokens);
  return map;
}

/** The squared size of what all heads take from a token. */
function summed(
  weight: (head: number) => number,
  together: Float64Array,
  key: number,
  heads: number,
): number {
  let square = 0;
  for (let g = 0; g < heads; g++) {
    const own = weight(g);
    if (own === 0) continue;
    for (let h = 0; h < heads; h++) square += own * weight(h) * together[(key * heads + g) * heads + h]!;
  }
  return square;
}

/** Divides each row of a map `[tokens, tokens]` by its sum, in place; one of zeros stays. */
export function divideRows(map: Float32Array, tokens: number): void {
  for (let row = 0; row < tokens; row++) {
    const own = map.subarray(row * tokens, (row + 1) * tokens);
    const sum = own.reduce((total, value) => total + value, 0);
    if (sum > 0) for (let key = 0; key < tokens; key++) own[key]! /= sum;
  }
}
