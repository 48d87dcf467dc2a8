import { isNamedBy } from '../../config/globs';
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

/** Whether they include a file, whatever it is called; those that cannot be used include none. */
export async function isIncluded(disk: OnDisk): Promise<boolean> {
  const settings = await settingsNear(disk).catch(() => undefined);
  if (!settings) return false;
  const { include = [], exclude = [] } = settings.config;
  return isNamedBy(include, settings.path) && !isNamedBy(exclude, settings.path);
}
