import { statfs } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname } from 'node:path';
import { hubFolder } from '../model/catalog/catalog';

/** Where models are put, and what is asked of the disk. */
export interface Disk {
  /** The hub's cache. */
  folder: string;
  /** Bytes that may still be written there; `undefined` where that is not known. */
  free(folder: string): Promise<number | undefined>;
}

/** The disk of this machine. */
export function localDisk(env: NodeJS.ProcessEnv): Disk {
  return { folder: hubFolder({ env, home: homedir() }), free: freeBytes };
}

/** Bytes that a person without special rights may still write where a folder is, or will be. */
async function freeBytes(folder: string): Promise<number | undefined> {
  for (let place = folder; ; place = dirname(place)) {
    const found = await statfs(place).catch(() => undefined);
    if (found) return found.bavail * found.bsize;
    if (place === dirname(place)) return undefined;
  }
}
