import { CONFIG_FILE } from '../protocol/config';

/**
 * The settings that are for the files of a folder: those of the nearest of the folders that has any.
 *
 * @param folders from the folder upward
 * @param read the text of a file of a folder, `null` where there is none
 */
export async function nearestConfig<Folder>(
  folders: readonly Folder[],
  read: (folder: Folder, name: string) => Promise<string | null>,
): Promise<{ folder: Folder; text: string } | null> {
  for (const folder of folders) {
    const text = await read(folder, CONFIG_FILE);
    if (text !== null) return { folder, text };
  }
  return null;
}
