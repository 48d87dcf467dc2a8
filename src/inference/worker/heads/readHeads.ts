import type { HeadBlock } from '../../../attention/heads/headMetrics';
import type { CheckedModel } from '../models/checkedModel';
import { outputsOf, runPrompt } from '../run/promptRun';

/** Runs a prompt and hands on the maps of all heads, layer by layer, some queries at a time. Nothing is kept. */
export async function readHeads(
  model: CheckedModel,
  tokenIds: readonly number[],
  onMaps: (block: HeadBlock) => void,
  onChunk: (done: number) => void | Promise<void>,
): Promise<void> {
  const layers = model.layers.map((_, layer) => layer);
  const heads = model.headsOf.reduce((sum, count) => sum + count, 0);
  await runPrompt(
    model,
    tokenIds,
    model.chunks(tokenIds.length, heads),
    outputsOf(model, 'map', layers),
    ({ layer, firstQuery, dims, values }) => {
      const [, count = 0, queries = 0, keys = 0] = dims;
      onMaps({ layer, firstQuery, heads: count, queries, keys, values });
    },
    ({ end }) => onChunk(end),
  );
}
