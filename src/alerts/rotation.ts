import { readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';

/**
 * A log that has grown is put aside under a name of its own, so that nothing is ever written over: by its time, and the
 * process that did it, as in `alerts.20261129T034434123Z-4711.jsonl`.
 */

/** How a log is divided into files. */
export interface Rotation {
  /** Bytes from which on a log is put aside. */
  maxBytes: number;
  /** Logs put aside that are kept; older ones are deleted. */
  keep: number;
}

/** What holds where nothing else is said: 210 MB at most. */
export const ROTATION: Rotation = { maxBytes: 10_000_000, keep: 20 };

/** Puts a log aside, and deletes the oldest of those that are too many. */
export async function rotate(file: string, keep: number): Promise<void> {
  const { dir, name, ext } = path.parse(file);
  const time = new Date().toISOString().replace(/[-:.]/g, '');
  await rename(file, path.join(dir, `${name}.${time}-${process.pid}${ext}`)).catch((error: unknown) => {
    // Another process was quicker, which had thought that it held the lock too.
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  });
  const aside = await logsAside(file);
  for (const old of aside.slice(0, Math.max(0, aside.length - keep))) await rm(old, { force: true });
}

/** Files of a log that were put aside, the oldest first. */
export async function logsAside(file: string): Promise<string[]> {
  const { dir, name, ext } = path.parse(file);
  const entries = await readdir(dir || '.');
  return entries
    .filter(
      (entry) =>
        entry.startsWith(`${name}.`) &&
        entry.endsWith(ext) &&
        /^\d{8}T\d{9}Z-\d+$/.test(entry.slice(name.length + 1, entry.length - ext.length)),
    )
    .sort()
    .map((entry) => path.join(dir, entry));
}
