import type { Memory } from '../../detection/detect';

/** Documents whose segments are remembered: those that were scanned last. */
const MOST_DOCUMENTS = 8;

/** What is remembered of documents, by their paths, with the settings that it was found by. */
const memories = new Map<string, { settings: string; memory: Memory }>();

/**
 * What is remembered of a document; nothing yet where it is scanned for the first time, or by other settings.
 *
 * @param settings all but the text that findings depend on
 */
export function memoryOf(path: string, settings: string): Memory {
  const known = memories.get(path);
  const kept = known?.settings === settings ? known : { settings, memory: new Map() };
  memories.delete(path);
  memories.set(path, kept);
  for (const first of memories.keys()) {
    if (memories.size <= MOST_DOCUMENTS) break;
    memories.delete(first);
  }
  return kept.memory;
}
