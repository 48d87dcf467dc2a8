import { stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from '../../../../protocol/schema';
import type { FactStore } from '../cacheFolder';
import { hashInThread } from './hashInThread';

const Stamp = z.object({ path: z.string(), bytes: z.number(), modifiedMs: z.number() });
const KnownHash = z.object({ stamps: z.array(Stamp), sha256: z.string() });

/**
 * SHA-256 (hex) over the bytes of the graph and of its weight files, one after the other. Remembered
 * for as long as the path, size and time of change of each stay the same.
 */
export async function hashModel(...of: Parameters<typeof beginHash>): Promise<string> {
  return (await beginHash(...of)).sha256;
}

/** The same, begun before it resolves: the runtime, which loads these files, holds up this thread then. */
export async function beginHash(
  graphPath: string,
  weights: readonly string[],
  facts: FactStore,
): Promise<{ sha256: Promise<string> }> {
  const paths = [graphPath, ...weights.map((name) => join(dirname(graphPath), name))];
  const stamps = await Promise.all(
    paths.map(async (path) => {
      const { size, mtimeMs } = await stat(path);
      return { path, bytes: size, modifiedMs: mtimeMs };
    }),
  );
  const known = await facts.read('hashes', graphPath, KnownHash);
  if (known && JSON.stringify(known.stamps) === JSON.stringify(stamps))
    return { sha256: Promise.resolve(known.sha256) };
  const hashed = hashInThread(paths).then(async (sha256) => {
    await facts.write('hashes', graphPath, { stamps, sha256 });
    return sha256;
  });
  // Whoever asks for it hears of it; nobody may ask, where the model does not load.
  hashed.catch(() => undefined);
  return { sha256: hashed };
}
