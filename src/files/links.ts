import { realpathSync } from 'node:fs';
import { resolve, sep } from 'node:path';

/** Whether a path is below a folder; both where they are, links followed. */
export function isWithin(folder: string, path: string): boolean {
  return path.startsWith(folder.endsWith(sep) ? folder : `${folder}${sep}`);
}

/**
 * Where a path leads when its links are followed; where it cannot be followed, itself: reading it tells why. The system
 * knows at once, and tens of thousands of questions under way would take hundreds of megabytes.
 */
export function target(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    return resolve(path);
  }
}
