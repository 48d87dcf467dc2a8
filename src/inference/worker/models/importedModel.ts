import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { importGguf, IMPORTER_VERSION } from '../../../model/gguf/importGguf';
import { shardFiles } from '../../../model/fileKinds/shards';
import type { OnStored } from '../../../model/gguf/storeWeights';
import { findModel, type ModelFolder } from '../../../model/files/modelFolder';
import { AttnscopeError } from '../../../protocol/errors';
import { quoted } from '../../../protocol/plainText';
import { diskReason } from '../../../disk/diskReasons';

/** An import that has not come to its end after this long was cut off. */
const STALE_MS = 3_600_000;

/** The model folder that a GGUF file was made into, now or at an earlier time. */
export async function importedModel(
  gguf: string,
  cacheFolder: string,
  onStored?: OnStored,
): Promise<ModelFolder> {
  const files = shardFiles(gguf);
  // A shard that is missing is told by the import.
  const facts = await Promise.all(files.map((file) => stat(file).catch(() => undefined)));
  const size = facts.reduce((sum, fact) => sum + (fact?.size ?? 0), 0);
  const states = files.map((file, i) => [file, facts[i]?.size, facts[i]?.mtimeMs]);
  const identity = JSON.stringify([states, IMPORTER_VERSION]);
  const key = createHash('sha256').update(identity).digest('hex').slice(0, 32);
  const imports = join(cacheFolder, 'imported');
  const folder = join(imports, key);
  if (!(await isWhole(folder))) {
    // Made beside and renamed: the process may be killed at any moment.
    const partial = join(imports, `${key}.${randomUUID()}.partial`);
    try {
      await mkdir(imports, { recursive: true });
      await removeStale(imports);
      await importGguf(gguf, partial, undefined, onStored);
      await rename(partial, folder);
    } catch (error) {
      // Another process may have been faster.
      if (!(await isWhole(folder))) throw inSentence(error, gguf, size, imports);
    } finally {
      await rm(partial, { recursive: true, force: true });
    }
  }
  return findModel(folder);
}

/** What the disk refused, in words; any other error as it is. */
function inSentence(error: unknown, gguf: string, bytes: number, imports: string): unknown {
  const reason = diskReason(error);
  if (reason === undefined) return error;
  return new AttnscopeError(
    'bad-model',
    `The model ${quoted(basename(gguf))} cannot be imported into ${quoted(imports)}: ${reason}. It needs about ${Math.ceil(bytes / 1e6)} MB there; make room, or name another cache folder in XDG_CACHE_HOME.`,
    { cause: error },
  );
}

async function isWhole(folder: string): Promise<boolean> {
  return stat(join(folder, 'manifest.json')).then(
    () => true,
    () => false,
  );
}

async function removeStale(imports: string): Promise<void> {
  for (const name of await readdir(imports)) {
    if (!name.endsWith('.partial')) continue;
    const path = join(imports, name);
    const made = await stat(path).catch(() => undefined);
    if (made && Date.now() - made.mtimeMs > STALE_MS) await rm(path, { recursive: true, force: true });
  }
}
