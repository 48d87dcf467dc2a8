import { access } from 'node:fs/promises';
import path from 'node:path';
import { settingsFor, settingsOnDisk } from '../../config/onDisk';
import { CONFIG_FILE, type ScanSettings } from '../../protocol/config';
import type { OnDisk } from '../../protocol/borders/scanner';

/**
 * What is decided for a file beside it: by the nearest settings up to the folder that is open, or else as the command
 * line looks for them. They are read anew each time, since they may be edited meanwhile.
 *
 * @throws AttnscopeError `bad-input` where they cannot be used
 */
export async function settingsNear({ file, root }: OnDisk): Promise<ScanSettings | undefined> {
  const config = root === undefined ? undefined : await nearest(path.dirname(file), root);
  const folder = await settingsOnDisk({ config }).of(file);
  return folder && settingsFor(folder, file);
}

async function nearest(folder: string, root: string): Promise<string | undefined> {
  for (let at = folder; ; at = path.dirname(at)) {
    const file = path.join(at, CONFIG_FILE);
    const isThere = await access(file).then(
      () => true,
      () => false,
    );
    if (isThere) return file;
    if (at === root || at === path.dirname(at)) return undefined;
  }
}
