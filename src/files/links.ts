import { realpath } from 'node:fs/promises';
import { resolve, sep } from 'node:path';

/** Whether a path is below a folder; both where they are, links followed. */
export function isWithin(folder: string, path: string): boolean {
  return path.startsWith(folder.endsWith(sep) ? folder : `${folder}${sep}`);
}

/** Where a path leads when its links are followed; where it cannot be followed, itself: reading it tells why. */
export function target(path: string): Promise<string> {
  return realpath(path).catch(() => resolve(path));
}
