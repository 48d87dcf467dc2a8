import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from '../../../protocol/schema';
import type { FactStore } from './cacheFolder';

const Stamp = z.object({ path: z.string(), bytes: z.number(), modifiedMs: z.number() });
const KnownHash = z.object({ stamps: z.array(Stamp), sha256: z.string() });

/**
 * SHA-256 (hex) over the bytes of the graph and of its weight files, one after the other. Remembered
 * for as long as the path, size and time of change of each stay the same.
 */
export async function hashModel(
  graphPath: string,
  weights: readonly string[],
  facts: FactStore,
): Promise<string> {
  const paths = [graphPath, ...weights.map((name) => join(dirname(graphPath), name))];
  const stamps = await Promise.all(
    paths.map(async (path) => {
      const { size, mtimeMs } = await stat(path);
      return { path, bytes: size, modifiedMs: mtimeMs };
    }),
  );
  const known = await facts.read('hashes', graphPath, KnownHash);
  if (known && JSON.stringify(known.stamps) === JSON.stringify(stamps)) return known.sha256;
  const hash = createHash('sha256');
  for (const path of paths) {
    for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 }))
      hash.update(chunk as Buffer);
  }
  const sha256 = hash.digest('hex');
  await facts.write('hashes', graphPath, { stamps, sha256 });
  return sha256;
}
