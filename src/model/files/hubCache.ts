import { readdir, readFile, realpath } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative, sep } from 'node:path';

/**
 * The cache folder of one model, which its snapshots link into: `models--OWNER--NAME`, with the files under
 * `blobs/` and links to them under `snapshots/REVISION/` (https://huggingface.co/docs/huggingface_hub,
 * "Understand caching"). `undefined` for a folder that is in none.
 */
export function hubCacheOf(folder: string): string | undefined {
  return /^(.*[\\/]models--[^\\/]+)[\\/]snapshots[\\/][^\\/]+(?:[\\/]|$)/.exec(folder)?.[1];
}

/** Whether a path in the cache of the hub is a link to a file outside the cache folder of its model. */
export async function leavesCache(path: string): Promise<boolean> {
  const cache = hubCacheOf(await realpath(dirname(path)));
  return cache !== undefined && isOutside(relative(cache, await realpath(path)));
}

/** Whether a relative path leads out of the folder that it is relative to. */
export function isOutside(path: string): boolean {
  return isAbsolute(path) || path === '..' || path.startsWith(`..${sep}`);
}

/** `OWNER/NAME` of the model whose snapshot a folder is part of; `undefined` for any other folder. */
export function hubName(folder: string): string | undefined {
  const cache = hubCacheOf(folder);
  return cache && basename(cache).split('--').slice(1).join('/');
}

/**
 * The snapshot that is meant by the cache folder of one model: that of `refs/main`, else the only one; the folder itself
 * where it is none, or nothing tells.
 */
export async function snapshotIn(folder: string): Promise<string> {
  if (!basename(folder).startsWith('models--')) return folder;
  const snapshots = await readdir(join(folder, 'snapshots')).catch(() => [] as string[]);
  const main = (await readFile(join(folder, 'refs', 'main'), 'utf8').catch(() => '')).trim();
  const meant = snapshots.includes(main) ? main : snapshots.length === 1 ? snapshots[0] : undefined;
  return meant === undefined ? folder : join(folder, 'snapshots', meant);
}
