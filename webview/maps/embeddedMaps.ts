import { readingQueries } from '../../src/attention/readingPosition';
import { blockNames, type EmbeddedReport, unpackWeights } from '../../src/protocol/borders/embedded';
import type { HeadChoice } from '../../src/protocol/borders/inference';
import type { MapBlock, MapRequest, MapSource } from './mapSource';

/** Unpacked blocks that are kept, in bytes. */
const KEPT_BYTES = 192 * 1024 * 1024;

/** One map of a layer as the report has it. */
interface StoredMaps {
  rows: number;
  columns: number;
  pool: number;
  /** `[maps, rows, columns]`. */
  values: Float32Array;
}

/** Bytes of a block of the page: base64 of raw-deflated data in an inert script element. */
export async function readBlock(name: string): Promise<Uint8Array> {
  const text = document.getElementById(`attn-${name}`)?.textContent;
  if (text === null || text === undefined) throw new Error(`The report holds no block ${name}.`);
  const packed = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** The maps that a report carries, in blocks whose names begin with `prefix`. What is asked for finer than they are comes as they are. */
export function embeddedMaps(report: EmbeddedReport, prefix = ''): MapSource {
  const { means, heads, shown } = report;
  const { causal, reading } = shown.result.attention;
  const headCount = shown.result.model.heads;
  const tokens = shown.result.tokens.length;
  const read = readingQueries(reading, tokens);
  const kept = new Map<string, Promise<StoredMaps>>();
  let bytes = 0;

  function stored(name: string, load: () => Promise<StoredMaps>): Promise<StoredMaps> {
    const found = kept.get(name);
    if (found) {
      kept.delete(name);
      kept.set(name, found);
      return found;
    }
    const loading = load();
    kept.set(name, loading);
    void loading.then(
      ({ values }) => {
        bytes += values.byteLength;
        for (const [oldest, old] of kept) {
          if (bytes <= KEPT_BYTES || oldest === name) break;
          kept.delete(oldest);
          void old.then((dropped) => (bytes -= dropped.values.byteLength));
        }
      },
      () => kept.delete(name),
    );
    return loading;
  }

  async function unpack(
    name: string,
    maps: number,
    rows: number,
    columns: number,
    pool: number,
    triangle: boolean,
  ) {
    return {
      rows,
      columns,
      pool,
      values: unpackWeights(await readBlock(prefix + name), maps, rows, columns, triangle),
    };
  }

  function layerMaps(layer: number, head: HeadChoice): Promise<StoredMaps> {
    if (head === 'mean') {
      const name = blockNames.mean(layer);
      return stored(name, () => unpack(name, 1, means.side, means.side, means.pool, causal));
    }
    if (!heads) throw new Error('The maps of single heads are not in this report.');
    const name = blockNames.heads(layer);
    return stored(name, () => unpack(name, headCount, heads.side, heads.side, heads.pool, causal));
  }

  function readingRows(layer: number): Promise<StoredMaps> {
    const name = blockNames.rows(layer);
    return stored(name, () => unpack(name, headCount, 1, tokens, 1, false));
  }

  return {
    hasHeads: heads !== null,
    headsTakeRun: false,
    async maps(request, signal) {
      // What each head reads is there exactly, however coarse the maps are.
      const isRead =
        request.firstQuery === read.firstQuery &&
        request.endQuery === read.endQuery &&
        request.average === read.average &&
        request.pool === 1 &&
        request.heads.every((head) => head !== 'mean');
      const parts: StoredMaps[] = [];
      for (const layer of request.layers) {
        for (const head of request.heads) {
          const from = isRead ? await readingRows(layer) : await layerMaps(layer, head);
          signal.throwIfAborted();
          const map = head === 'mean' ? 0 : head;
          parts.push(isRead ? pick(from, map, 0, 1) : cut(from, map, request, causal));
        }
      }
      return join(parts);
    },
  };
}

/** The asked rows of one map, pooled as asked. */
function cut(from: StoredMaps, map: number, request: MapRequest, causal: boolean): StoredMaps {
  const first = Math.floor(request.firstQuery / from.pool);
  const end = Math.min(from.rows, Math.ceil(request.endQuery / from.pool));
  const rows = pick(from, map, first, end);
  const by = Math.max(1, Math.round(request.pool / from.pool));
  return by === 1 ? rows : pooled(rows, by, causal);
}

function pick(from: StoredMaps, map: number, firstRow: number, endRow: number): StoredMaps {
  const size = from.rows * from.columns;
  const values = from.values.subarray(
    map * size + firstRow * from.columns,
    map * size + endRow * from.columns,
  );
  return { ...from, rows: endRow - firstRow, values };
}

/** The largest of each `by` x `by` cells. */
function pooled({ rows, columns, pool, values }: StoredMaps, by: number, causal: boolean): StoredMaps {
  const newRows = Math.ceil(rows / by);
  const newColumns = Math.ceil(columns / by);
  const largest = new Float32Array(newRows * newColumns);
  for (let row = 0; row < rows; row++) {
    const target = Math.floor(row / by) * newColumns;
    const end = causal ? Math.min(columns, row + 1) : columns;
    for (let column = 0; column < end; column++) {
      const value = values[row * columns + column]!;
      const at = target + Math.floor(column / by);
      if (value > largest[at]!) largest[at] = value;
    }
  }
  return { rows: newRows, columns: newColumns, pool: pool * by, values: largest };
}

function join(parts: readonly StoredMaps[]): MapBlock {
  const { rows, columns, pool } = parts[0]!;
  const values = new Float32Array(parts.length * rows * columns);
  for (const [at, part] of parts.entries()) values.set(part.values, at * rows * columns);
  return { rows, columns, pool, values };
}
