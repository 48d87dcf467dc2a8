import type { HeadChoice, InferenceParams, InferenceProgress } from '../../src/protocol/borders/inference';
import type { MapBlock, MapRequest, MapSource } from './mapSource';

/** Maps that are kept, in bytes: a few large ones, or many small. */
const KEPT_BYTES = 96 * 1024 * 1024;

/** Asks the extension for maps of the shown analysis. */
export type RequestMaps = (
  request: Omit<InferenceParams<'maps'>, 'model' | 'tokenIds'>,
  signal: AbortSignal,
  onProgress: (progress: InferenceProgress) => void,
) => Promise<Omit<MapBlock, 'pool'>>;

/** The largest message, in bytes: a larger one keeps the extension host from all else while it is copied. */
const MESSAGE_BYTES = 4 * 1024 * 1024;

/** Maps asked for some queries at a time, of a prompt of so many tokens. */
async function inPieces(
  ask: RequestMaps,
  tokens: number,
  wanted: MapRequest,
  signal: AbortSignal,
  onProgress: (progress: InferenceProgress) => void,
): Promise<MapBlock> {
  const request = (asked: Parameters<RequestMaps>[0]) => ask(asked, signal, onProgress);
  const { firstQuery, endQuery, average, pool, by, groups, way = 'weights' } = wanted;
  const [firstLayer, ...otherLayers] = wanted.layers;
  const [firstHead, ...otherHeads] = wanted.heads;
  if (firstLayer === undefined || firstHead === undefined) throw new RangeError('No map was asked for.');
  const layers: [number, ...number[]] = [firstLayer, ...otherLayers];
  const heads: [HeadChoice, ...HeadChoice[]] = [firstHead, ...otherHeads];
  const maps = layers.length * heads.length;
  // Groups of tokens are as few as a message takes.
  if (groups)
    return {
      ...(await request({ layers, heads, firstQuery, endQuery, pool, groups: [...groups], way })),
      pool,
    };
  const columns = Math.ceil(tokens / pool);
  const rows = average ? 1 : Math.ceil((endQuery - firstQuery) / pool);
  const most = Math.max(1, Math.floor(MESSAGE_BYTES / (4 * maps * columns)));
  const starts = Array.from({ length: Math.ceil(rows / most) }, (_, piece) => piece * most);
  // All are asked for at once, so that none waits for the way of the one before.
  const pieces = await Promise.all(
    starts.map((row) => {
      const first = firstQuery + row * pool;
      const end = average ? endQuery : Math.min(endQuery, first + most * pool);
      return request({ layers, heads, firstQuery: first, endQuery: end, average, pool, by, way });
    }),
  );
  if (pieces.length === 1 && pieces[0]!.columns === columns) return { ...pieces[0]!, pool, by };
  const values = new Float32Array(maps * rows * columns);
  for (const [at, piece] of pieces.entries()) {
    for (let map = 0; map < maps; map++) {
      for (let row = 0; row < piece.rows; row++) {
        const from = (map * piece.rows + row) * piece.columns;
        const to = (map * rows + starts[at]! + row) * columns;
        values.set(piece.values.subarray(from, from + piece.columns), to);
      }
    }
  }
  return { rows, columns, pool, by, values };
}

/** A map that is on its way or there, with how many wait for it. */
interface KeptMap {
  block: Promise<MapBlock>;
  /** 0 until it is there. */
  bytes: number;
  waiting: number;
  /** Those of them who want to know how far it is. */
  told: Set<(progress: InferenceProgress) => void>;
  abort: AbortController;
}

/**
 * Maps of a prompt of so many tokens from the extension, the last ones kept so that going back costs nothing; who ask
 * for the same one share it.
 */
export function channelMaps(tokens: number, request: RequestMaps): MapSource {
  const kept = new Map<string, KeptMap>();

  function ask(key: string, wanted: MapRequest): KeptMap {
    const abort = new AbortController();
    const told: KeptMap['told'] = new Set();
    const block = inPieces(request, tokens, wanted, abort.signal, (progress) =>
      told.forEach((tell) => tell(progress)),
    );
    const asked = { block, bytes: 0, waiting: 0, told, abort };
    block.then(
      ({ values }) => {
        asked.bytes = values.byteLength;
        dropOldest(key);
      },
      () => drop(key, asked),
    );
    return asked;
  }

  function drop(key: string, one: KeptMap): void {
    if (kept.get(key) === one) kept.delete(key);
  }

  function dropOldest(newest: string): void {
    let bytes = [...kept.values()].reduce((sum, one) => sum + one.bytes, 0);
    for (const [key, one] of kept) {
      if (bytes <= KEPT_BYTES) return;
      if (key === newest || one.bytes === 0) continue;
      kept.delete(key);
      bytes -= one.bytes;
    }
  }

  return {
    hasHeads: true,
    headsTakeRun: true,
    async maps(wanted, signal, onProgress): Promise<MapBlock> {
      signal.throwIfAborted();
      const { layers, heads, firstQuery, endQuery, average, pool, groups } = wanted;
      const { by = 'largest', way = 'weights' } = wanted;
      const key = JSON.stringify([layers, heads, firstQuery, endQuery, average, pool, by, groups, way]);
      const one = kept.get(key) ?? ask(key, wanted);
      kept.delete(key);
      kept.set(key, one);
      one.waiting += 1;
      if (onProgress) one.told.add(onProgress);
      return new Promise((resolve, reject) => {
        const leave = () => {
          one.waiting -= 1;
          if (onProgress) one.told.delete(onProgress);
          reject(signal.reason as Error);
          if (one.waiting > 0 || one.bytes > 0) return;
          // Nobody waits any more; whoever asks next starts again.
          drop(key, one);
          one.abort.abort(signal.reason);
        };
        signal.addEventListener('abort', leave, { once: true });
        one.block.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave));
      });
    },
  };
}
