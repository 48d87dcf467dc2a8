import type { CheckedModel } from '../models/checkedModel';
import { NOTHING_READ } from '../run/past';
import { outputsOf, readOn } from '../run/promptRun';
import { keepPast, type LastReadings } from '../run/readPrompt';
import { keepMaps } from './keepMaps';
import type { MapStore } from './mapStore';
import type { ToRead } from './missingMaps';

/**
 * Reads a long prompt and keeps maps of all its layers that can be put together from squares: a run through such a prompt
 * is dear, and the other layers are asked for next.
 */
export async function readSquares(
  model: CheckedModel,
  store: MapStore,
  lastRead: LastReadings,
  { tokenIds, prompt, missing }: Pick<ToRead, 'prompt' | 'missing'> & { tokenIds: readonly number[] },
  onChunk: (done: number) => void | Promise<void>,
): Promise<void> {
  const n = tokenIds.length;
  const layers = model.layers.map((_, layer) => layer);
  const isAsked = (mean: boolean) => missing.some(({ head }) => (head === 'mean') === mean);
  const kept = keepMaps(model, store, prompt, n, { means: isAsked(true), heads: isAsked(false) });
  if (!kept.means && !kept.heads) return;
  const read = await readOn(model, NOTHING_READ, {
    tokenIds,
    chunks: model.chunks(n, layers.length),
    wanted: [
      ...(kept.means ? outputsOf(model, 'headMean', layers) : []),
      ...(kept.heads ? outputsOf(model, 'pooledMap', layers) : []),
    ],
    goesOn: true,
    onBlock: (block) => (block.kind === 'headMean' ? kept.addMean(block) : kept.addHeads(block)),
    onChunk: ({ end }) => onChunk(end),
  });
  keepPast(lastRead, model, tokenIds, read);
  kept.finish();
}
