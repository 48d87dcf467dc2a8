import { join } from 'node:path';
import { isNamedBy } from '../../config/globs';
import { below, type SettingsOnDisk } from '../../config/onDisk';
import type { FileKind } from '../../files/listFiles';
import { prompts } from '../../files/prompts';

/** Prompts by the names of their files, and as the settings of their folders include and exclude them. */
export function promptKind(settings: SettingsOnDisk): FileKind {
  return {
    ...prompts,
    isOne: async (folder, inside) => {
      const file = join(folder, inside);
      const found = await settings.of(file);
      if (found) {
        const path = below(found.folder, file);
        const { include = [], exclude = [] } = found.config;
        if (isNamedBy(exclude, path)) return false;
        if (isNamedBy(include, path)) return true;
      }
      return prompts.isOne!(folder, inside);
    },
  };
}
