import type { KindName } from '../../../model/tap/tapKinds';
import type { CheckedModel } from '../models/checkedModel';
import { outputsOf, runPrompt } from './promptRun';

/** Rows `[width]` of tapped tensors at one query, by kind and layer. */
export type Rows = ReadonlyMap<KindName, ReadonlyMap<number, Float32Array>>;

/**
 * Runs a prompt and keeps of the tensors of these kinds, `[1, queries, width]`, the row of one query. What follows it is
 * not run where no query looks ahead.
 */
export async function rowsAt(
  model: CheckedModel,
  tokenIds: readonly number[],
  position: number,
  kinds: readonly KindName[],
  onChunk: (done: number) => void,
): Promise<Rows> {
  const ids = model.causal ? tokenIds.slice(0, position + 1) : tokenIds;
  const layers = model.layers.map((_, layer) => layer);
  const rows = new Map(kinds.map((kind) => [kind, new Map<number, Float32Array>()]));
  await runPrompt(
    model,
    ids,
    model.chunks(ids.length, kinds.length * layers.length),
    kinds.flatMap((kind) => outputsOf(model, kind, layers)),
    ({ kind, layer, firstQuery, dims, values }) => {
      const [, queries = 0, width = 0] = dims;
      const row = position - firstQuery;
      if (row >= 0 && row < queries) rows.get(kind)!.set(layer, values.slice(row * width, (row + 1) * width));
    },
    ({ end }) => onChunk(end),
  );
  return rows;
}

/** Rows of one width below one another. */
export function stacked(rows: readonly Float32Array[]): Float32Array {
  const width = rows[0]?.length ?? 0;
  const all = new Float32Array(rows.length * width);
  rows.forEach((row, i) => all.set(row, i * width));
  return all;
}
