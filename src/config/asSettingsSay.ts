import { join } from 'node:path';
import { isNamedBy } from './globs';
import { below, type SettingsOnDisk } from './onDisk';

/** Whether a file is one of those that are looked for, by the folder that was named and the path below it. */
type IsOne = (folder: string, inside: string) => Promise<boolean>;

/** The same, but for files that the settings of their folders include or exclude. */
export function asSettingsSay(settings: SettingsOnDisk, isOne: IsOne): IsOne {
  return async (folder, inside) => {
    const file = join(folder, inside);
    const found = await settings.of(file);
    if (found) {
      const path = below(found.folder, file);
      const { include = [], exclude = [] } = found.config;
      if (isNamedBy(exclude, path)) return false;
      if (isNamedBy(include, path)) return true;
    }
    return isOne(folder, inside);
  };
}
