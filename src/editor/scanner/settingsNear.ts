import { settingsFor, settingsOnDisk } from '../../config/onDisk';
import type { OnDisk } from '../../protocol/borders/scanner';
import type { ScanSettings } from '../../protocol/config';

/**
 * What is decided for a file beside it. Settings are read anew each time, since they may be edited meanwhile.
 *
 * @throws AttnscopeError `bad-input` where they cannot be used
 */
export async function settingsNear({ file, root }: OnDisk): Promise<ScanSettings | undefined> {
  const folder = await settingsOnDisk({ root }).of(file);
  return folder && settingsFor(folder, file);
}
