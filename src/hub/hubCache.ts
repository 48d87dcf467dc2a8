import { mkdir, rename, rm, rmdir, stat, symlink, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import type { ListedFile, Listing } from './listing';

/**
 * The cache of one model, as the hub's own clients keep it, so that they find what was got here, and the other way round
 * (https://huggingface.co/docs/huggingface_hub, "Understand caching"): bytes in `blobs/` by their hash, links to them in
 * `snapshots/COMMIT/`, and which commit a branch or tag is in `refs/`.
 */
export interface ModelCache {
  blobs: string;
  snapshot: string;
  refs: string;
}

export function modelCache(folder: string, { name, commit }: Listing): ModelCache {
  const model = join(folder, `models--${name.replace('/', '--')}`);
  return {
    blobs: join(model, 'blobs'),
    snapshot: join(model, 'snapshots', commit),
    refs: join(model, 'refs'),
  };
}

/** Where a file's bytes are. */
export const blobOf = ({ blobs }: ModelCache, { hash }: ListedFile): string => join(blobs, hash.hex);

/** Where a file is read. */
export const placeOf = ({ snapshot }: ModelCache, { path }: ListedFile): string =>
  join(snapshot, ...path.split('/'));

/** Whether all bytes of a file are there, linked or not: what is there was checked when it was got. */
export async function isThere(cache: ModelCache, file: ListedFile): Promise<boolean> {
  const sizes = await Promise.all([blobOf(cache, file), placeOf(cache, file)].map(sizeOf));
  return sizes.includes(file.bytes);
}

/** Bytes of a file; 0 where there is none. */
export const sizeOf = (path: string): Promise<number> =>
  stat(path).then(
    (found) => (found.isFile() ? found.size : 0),
    () => 0,
  );

/** Makes a file appear where it is read. Where the system permits no links, it is moved there, as the hub's client does. */
export async function link(cache: ModelCache, file: ListedFile): Promise<void> {
  const place = placeOf(cache, file);
  const blob = blobOf(cache, file);
  if ((await sizeOf(place)) === file.bytes && file.bytes > 0) return;
  await mkdir(dirname(place), { recursive: true });
  await rm(place, { force: true });
  try {
    await symlink(relative(dirname(place), blob), place);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (!['EPERM', 'EACCES', 'ENOSYS', 'ENOTSUP'].includes(code ?? '')) throw error;
    await rename(blob, place);
  }
}

/** Notes which commit a branch or tag was. */
export async function noteRevision({ refs }: ModelCache, revision: string, commit: string): Promise<void> {
  const place = join(refs, ...revision.split('/'));
  if (revision === commit || relative(refs, place).startsWith('..')) return;
  await mkdir(dirname(place), { recursive: true });
  await writeFile(place, commit);
}

/** Removes what a download that was ended has made, and the folders that are empty without it. */
export async function takeBack(cache: ModelCache, made: Iterable<string>): Promise<void> {
  for (const path of made) await rm(path, { force: true });
  for (const folder of [cache.blobs, dirname(cache.blobs)]) await rmdir(folder).catch(() => undefined);
}
