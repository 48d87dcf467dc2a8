import { randomUUID } from 'node:crypto';
import { readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { isLeased } from '../../../../disk/lease';
import { withLock } from '../../../../disk/lock';

/** Folders of models that were converted: one each, named by its key, and whatever is only said of it after a dot. */
const KEY = /^[0-9a-f]+(-\d+)?$/;
const MANIFEST = 'manifest.json';

/** Where converted models are, in the cache folder. */
export const IMPORTS = 'imported';

/** Most bytes of converted models where nothing else is set. */
export const CACHE_BYTES = 20e9;

/** Whether a conversion came to its end; its manifest is written last. */
export async function isWhole(folder: string): Promise<boolean> {
  return stat(join(folder, MANIFEST)).then(
    () => true,
    () => false,
  );
}

/** Notes that a converted model was used just now. */
export async function noteUse(folder: string): Promise<void> {
  const now = new Date();
  await utimes(join(folder, MANIFEST), now, now).catch(() => undefined);
}

/**
 * Removes what conversions that were cut off have left, and then as many models, the one used longest ago first, as it
 * takes to have `needed` bytes below `most`. A model that any process uses or converts stays.
 */
export async function tidy(imports: string, needed: number, most: number): Promise<void> {
  const names = await readdir(imports).catch(() => []);
  for (const name of names) {
    const folder = join(imports, name.split('.')[0]!);
    if (name.endsWith('.partial')) await ifUnused(folder, () => removeAll(join(imports, name)));
    // Looking at leases removes those that hold no longer.
    if (name.endsWith('.use')) await isLeased(folder);
  }
  const kept = await Promise.all(
    names.filter((name) => KEY.test(name)).map((name) => keptModel(join(imports, name))),
  );
  let total = kept.reduce((sum, { bytes }) => sum + bytes, 0);
  for (const { folder, bytes } of kept.sort((a, b) => a.usedMs - b.usedMs)) {
    if (total + needed <= most) return;
    if (await removeUnused(folder)) total -= bytes;
  }
}

/** Removes all that is kept in the cache folder, but for models that any process uses or converts. */
export async function emptyCache(cacheFolder: string): Promise<void> {
  const imports = join(cacheFolder, IMPORTS);
  await tidy(imports, 0, Infinity);
  for (const name of await readdir(imports).catch(() => []))
    if (KEY.test(name)) await removeUnused(join(imports, name));
  for (const name of await readdir(cacheFolder).catch(() => []))
    if (name !== IMPORTS) await removeAll(join(cacheFolder, name));
}

/** Where a model's lock is. */
export const lockOf = (folder: string): string => `${folder}.lock`;

/** Removes a model that no process uses or converts; gives whether it is gone. */
function removeUnused(folder: string): Promise<boolean> {
  return ifUnused(folder, async () => {
    // Out of sight at once: the process may be killed before all of it is gone.
    const aside = `${folder}.${randomUUID()}.partial`;
    await rename(folder, aside);
    await removeAll(aside);
  });
}

/** Does something to a model that no process uses or converts; gives whether it was done. */
async function ifUnused(folder: string, work: () => Promise<void>): Promise<boolean> {
  try {
    return await withLock(
      lockOf(folder),
      async () => {
        if (await isLeased(folder)) return false;
        await work();
        return true;
      },
      { longestMs: 0 },
    );
  } catch {
    // Another process has it, or the disk keeps it: it stays.
    return false;
  }
}

const removeAll = (path: string): Promise<void> => rm(path, { recursive: true, force: true });

/** A converted model: its size, and when it was used last; never, where that is not known. */
async function keptModel(folder: string): Promise<{ folder: string; bytes: number; usedMs: number }> {
  const names = await readdir(folder).catch((): string[] => []);
  const files = await Promise.all(names.map((name) => stat(join(folder, name)).catch(() => undefined)));
  const bytes = files.reduce((sum, file) => sum + (file?.size ?? 0), 0);
  return { folder, bytes, usedMs: files[names.indexOf(MANIFEST)]?.mtimeMs ?? 0 };
}
