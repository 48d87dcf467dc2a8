import { isNamedBy } from '../../config/globs';
import { below, settingsFor, settingsOnDisk } from '../../config/onDisk';
import type { Decided, OnDisk } from '../../protocol/borders/scanner';
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

/** Whether they include a file, whatever it is called, or exclude it; those that cannot be used say nothing. */
export async function decidedNear({ file, root }: OnDisk): Promise<Decided | null> {
  const found = await settingsOnDisk({ root })
    .of(file)
    .catch(() => undefined);
  if (!found?.written) return null;
  const path = below(found.folder, file);
  const { include = [], exclude = [] } = found.config;
  const by = found.written.file;
  if (isNamedBy(exclude, path)) return { scan: false, by };
  return isNamedBy(include, path) ? { scan: true, by } : null;
}
