import { type HeadChoice, type InferenceParams } from '../../src/protocol/inference';
import { type MapBlock, type MapRequest, type MapSource } from './mapSource';

/** Maps that are kept, in bytes: a few large ones, or many small. */
const KEPT_BYTES = 96 * 1024 * 1024;

/** Asks the extension for maps of the shown analysis. */
export type RequestMaps = (
  request: Omit<InferenceParams<'maps'>, 'model' | 'tokenIds'>,
  signal: AbortSignal,
) => Promise<Omit<MapBlock, 'pool'>>;

/** The largest message, in bytes: a larger one keeps the extension host from all else while it is copied. */
const MESSAGE_BYTES = 4 * 1024 * 1024;

/** Maps asked for some queries at a time. */
async function inPieces(request: RequestMaps, wanted: MapRequest, signal: AbortSignal): Promise<MapBlock> {
  const { firstQuery, endQuery, pool } = wanted;
  const [firstLayer, ...otherLayers] = wanted.layers;
  const [firstHead, ...otherHeads] = wanted.heads;
  if (firstLayer === undefined || firstHead === undefined) throw new RangeError('No map was asked for.');
  const layers: [number, ...number[]] = [firstLayer, ...otherLayers];
  const heads: [HeadChoice, ...HeadChoice[]] = [firstHead, ...otherHeads];
  const maps = layers.length * heads.length;
  const rows = Math.ceil((endQuery - firstQuery) / pool);
  // A row has no more keys than there are queries up to the end.
  const most = Math.max(1, Math.floor(MESSAGE_BYTES / (4 * maps * Math.ceil(endQuery / pool))));
  let block: MapBlock | undefined;
  for (let row = 0; row < rows; row += most) {
    const first = firstQuery + row * pool;
    const end = Math.min(endQuery, first + most * pool);
    const piece = await request({ layers, heads, firstQuery: first, endQuery: end, pool }, signal);
    if (piece.rows === rows) return { ...piece, pool };
    const { columns } = piece;
    block ??= { rows, columns, pool, values: new Float32Array(maps * rows * columns) };
    const size = piece.rows * columns;
    for (let map = 0; map < maps; map++)
      block.values.set(piece.values.subarray(map * size, (map + 1) * size), (map * rows + row) * columns);
  }
  return block!;
}

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
      const block = await inPieces(request, wanted, signal);
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
