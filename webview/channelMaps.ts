import { type InferenceParams } from '../src/protocol/inference';
import { type MapBlock, type MapRequest, type MapSource } from './mapSource';

/** Maps that are kept, in bytes: a few large ones, or many small. */
const KEPT_BYTES = 96 * 1024 * 1024;

/** Asks the extension for maps of the shown analysis. */
export type RequestMaps = (
  request: Omit<InferenceParams<'maps'>, 'model' | 'tokenIds'>,
  signal: AbortSignal,
) => Promise<Omit<MapBlock, 'pool'>>;

/** Maps from the extension, the last ones kept so that going back costs nothing. */
export function channelMaps(request: RequestMaps): MapSource {
  const kept = new Map<string, MapBlock>();
  let bytes = 0;
  return {
    hasHeads: true,
    async maps(wanted: MapRequest, signal: AbortSignal): Promise<MapBlock> {
      const { layers, heads, firstQuery, endQuery, pool } = wanted;
      const key = JSON.stringify([layers, heads, firstQuery, endQuery, pool]);
      const found = kept.get(key);
      if (found) {
        kept.delete(key);
        kept.set(key, found);
        return found;
      }
      const [firstLayer, ...otherLayers] = layers;
      const [firstHead, ...otherHeads] = heads;
      if (firstLayer === undefined || firstHead === undefined) throw new RangeError('No map was asked for.');
      const answer = await request(
        {
          layers: [firstLayer, ...otherLayers],
          heads: [firstHead, ...otherHeads],
          firstQuery,
          endQuery,
          pool,
        },
        signal,
      );
      const block = { ...answer, pool };
      kept.set(key, block);
      bytes += block.values.byteLength;
      for (const [oldest, { values }] of kept) {
        if (bytes <= KEPT_BYTES || oldest === key) break;
        kept.delete(oldest);
        bytes -= values.byteLength;
      }
      return block;
    },
  };
}
