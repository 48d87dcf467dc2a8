import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { z } from '../../../protocol/schema';

/** Where an application keeps what it can make again, by the customs of the platform. */
export function userCacheFolder(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string {
  const base =
    env.XDG_CACHE_HOME ??
    (platform === 'win32' ? env.LOCALAPPDATA : undefined) ??
    join(homedir(), ...(platform === 'darwin' ? ['Library', 'Caches'] : ['.cache']));
  return join(base, 'attnscope');
}

/** Small facts kept on disk. Whatever is missing or damaged there counts as not known. */
export interface FactStore {
  read<T>(kind: string, key: string, schema: z.ZodType<T>): Promise<T | undefined>;
  write(kind: string, key: string, value: unknown): Promise<void>;
}

export function createFactStore(folder: string): FactStore {
  const path = (kind: string, key: string) =>
    join(folder, kind, `${createHash('sha256').update(key).digest('hex').slice(0, 32)}.json`);
  return {
    async read(kind, key, schema) {
      try {
        const parsed = schema.safeParse(JSON.parse(await readFile(path(kind, key), 'utf8')));
        return parsed.success ? parsed.data : undefined;
      } catch {
        return undefined;
      }
    },
    async write(kind, key, value) {
      const target = path(kind, key);
      // Written beside and renamed: the process may be killed at any moment.
      const partial = `${target}.${randomUUID()}`;
      try {
        await mkdir(join(folder, kind), { recursive: true });
        await writeFile(partial, JSON.stringify(value));
        await rename(partial, target);
      } catch {
        // A cache that cannot be written only costs time.
        await rm(partial, { force: true }).catch(() => undefined);
      }
    },
  };
}
