import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, ftruncateSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { readSync, writeSync } from 'node:fs';
import path from 'node:path';
import { bundledHash, HIDDEN, openStateModel, type ReadText } from '../../../scripts/probes/stateModel';
import { userCacheFolder } from '../../../src/inference/worker/models/cacheFolder';
import { toFloat16 } from '../../../src/probes/float16';
import type { ReadAs } from '../../../src/protocol/prompt';

/** States of texts by the product's runtime, kept on disk: a second run needs no model, nor does a new head. */
export interface StateCache {
  /** `states`: `[token, layer, hidden]`, rounded to float16. Of a longer text the first `limit` tokens are read. */
  read(text: string, as: ReadAs, limit: number): Promise<ReadText & { states: Float32Array }>;
}

interface Line {
  /** Of the tokens. */
  sha256: string;
  /** First row in the file. */
  row: number;
  rows: number;
}

export const evaluationFolder = (): string =>
  path.join(userCacheFolder(process.env, process.platform), 'evaluation');

/**
 * A folder for the model's hash and the layers holds `states.f16`, one row a token, and `index.jsonl`, one line a text.
 * A run that was broken off goes on where it stopped; two runs at once would spoil it.
 */
export async function openStateCache(layers: readonly number[], threads: number): Promise<StateCache> {
  const folder = path.join(evaluationFolder(), `${(await bundledHash()).slice(0, 16)}-${layers.join('-')}`);
  mkdirSync(folder, { recursive: true });
  const index = path.join(folder, 'index.jsonl');
  const lines = existsSync(index) ? readFileSync(index, 'utf8').split('\n').filter(Boolean) : [];
  const known = new Map(lines.map((line) => JSON.parse(line) as Line).map((line) => [line.sha256, line]));
  const last = [...known.values()].at(-1);
  let end = last ? last.row + last.rows : 0;
  const width = layers.length * HIDDEN;
  const rowBytes = 2 * width;
  const numbers = path.join(folder, 'states.f16');
  const file = openSync(numbers, existsSync(numbers) ? 'r+' : 'w+');
  // What was written of a text that the index does not have.
  ftruncateSync(file, end * rowBytes);
  const model = await openStateModel(layers, threads);

  return {
    async read(text, as, limit) {
      const read = await model.encode(text, as, limit);
      const ids = Uint32Array.from(read.tokens, ({ id }) => id);
      const sha256 = createHash('sha256').update(ids).digest('hex');
      let line = known.get(sha256);
      if (!line) {
        const half = Uint16Array.from(await model.states(read.tokens), toFloat16);
        line = { sha256, row: end, rows: ids.length };
        writeSync(file, new Uint8Array(half.buffer), 0, half.byteLength, end * rowBytes);
        appendFileSync(index, `${JSON.stringify(line)}\n`);
        known.set(sha256, line);
        end += ids.length;
      }
      const half = new Uint16Array(line.rows * width);
      readSync(file, new Uint8Array(half.buffer), 0, half.byteLength, line.row * rowBytes);
      return { ...read, states: Float32Array.from(half, fromFloat16) };
    },
  };
}

const values = Float32Array.from({ length: 2 ** 16 }, (_, bits) => {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >>> 10) & 0x1f;
  const fraction = (bits & 0x3ff) / 1024;
  if (exponent === 0x1f) return fraction ? NaN : sign * Infinity;
  return sign * (exponent === 0 ? 2 ** -14 * fraction : 2 ** (exponent - 15) * (1 + fraction));
});

const fromFloat16 = (bits: number): number => values[bits]!;
