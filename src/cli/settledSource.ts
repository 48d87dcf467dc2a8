import { settingsFor, settingsOnDisk } from '../config/onDisk';
import { readSource } from '../files/readInput';
import type { Source } from '../protocol/document';

/**
 * A file with the settings of its folder, or standard input for `-`.
 *
 * @throws AttnscopeError `bad-input` where it, or its settings, cannot be read
 */
export async function settledSource(file: string): Promise<Source> {
  return withSettings(await readSource(file));
}

/** A text of a file with the settings of its folder. */
export async function withSettings(source: Source): Promise<Source> {
  if (source.path === undefined) return source;
  const decided = await settingsOnDisk().of(source.path);
  return decided ? { ...source, settings: settingsFor(decided, source.path) } : source;
}
