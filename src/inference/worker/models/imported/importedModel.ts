import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { diskReason } from '../../../../disk/diskReasons';
import { takeLease } from '../../../../disk/lease';
import { withLock } from '../../../../disk/lock';
import { importBytes } from '../../../../model/gguf/importBytes';
import { importGguf, IMPORTER_VERSION } from '../../../../model/gguf/importGguf';
import { shardFiles } from '../../../../model/fileKinds/shards';
import { findModel, type ModelFolder } from '../../../../model/files/modelFolder';
import type { InferenceProgress } from '../../../../protocol/borders/inference';
import { AttnscopeError } from '../../../../protocol/errors';
import { sentence } from '../../../../protocol/sentence';
import { quoted } from '../../../../protocol/plainText';
import { createFactStore } from '../cacheFolder';
import { hashModel } from '../hash/hashModel';
import { CACHE_BYTES, IMPORTS, isWhole, lockOf, noteUse, tidy } from './importCache';

/** Another process may convert the same file for as long, in ms: hours, for one of many gigabytes on a slow disk. */
const LONGEST_WAIT_MS = 6 * 3_600_000;
const LOOK_EVERY_MS = 200;

/** A converted model, which no process removes while it is used. */
export interface ImportedModel {
  folder: ModelFolder;
  /** To be called once it is no longer used. */
  release(): Promise<void>;
}

/** Where converted models are kept. */
export interface ImportPlace {
  cacheFolder: string;
  /** Most bytes of them; `CACHE_BYTES` where absent. */
  cacheBytes?: number | undefined;
}

/**
 * The model folder that a GGUF file was made into, now or at an earlier time, by the hash of the file, whatever it is
 * called. Of several processes that want it at once one converts it and the others wait.
 */
export async function importedModel(
  gguf: string,
  { cacheFolder, cacheBytes = CACHE_BYTES }: ImportPlace,
  progress: (progress: InferenceProgress) => void,
): Promise<ImportedModel> {
  const imports = join(cacheFolder, IMPORTS);
  // What is missing or cannot be read is told by the import.
  const key = await keyOf(shardFiles(gguf), cacheFolder).catch(() => randomUUID().replaceAll('-', ''));
  const size = await importBytes(gguf).catch(() => 0);
  const folder = join(imports, key);
  try {
    await mkdir(imports, { recursive: true });
    return await withLock(
      lockOf(folder),
      async () => {
        const lease = await takeLease(folder);
        try {
          const isThere = await isWhole(folder);
          await tidy(imports, isThere ? 0 : size, cacheBytes);
          if (!isThere) await convert(gguf, folder, progress);
          await noteUse(folder);
          return { folder: await findModel(folder), release: lease };
        } catch (error) {
          await lease();
          throw error;
        }
      },
      {
        ...{ longestMs: LONGEST_WAIT_MS, everyMs: LOOK_EVERY_MS },
        onWait: () => progress({ stage: 'wait', done: 0, total: 1 }),
      },
    );
  } catch (error) {
    throw inSentence(error, gguf, size, imports);
  }
}

/** Changes with the bytes of the files, and with what the importer makes of them. */
async function keyOf(files: readonly string[], cacheFolder: string): Promise<string> {
  const [first = '', ...others] = files;
  const sha256 = await hashModel(
    first,
    others.map((file) => basename(file)),
    createFactStore(cacheFolder),
  );
  return `${sha256.slice(0, 32)}-${IMPORTER_VERSION}`;
}

/** Converts a file; to be called by the holder of its lock. */
async function convert(
  gguf: string,
  folder: string,
  progress: (progress: InferenceProgress) => void,
): Promise<void> {
  // Made beside and renamed: the process may be killed at any moment.
  const partial = `${folder}.${randomUUID()}.partial`;
  for (const name of await readdir(join(folder, '..')))
    if (name.startsWith(`${basename(folder)}.`) && name.endsWith('.partial'))
      await rm(join(folder, '..', name), { recursive: true, force: true });
  try {
    await importGguf(gguf, partial, undefined, (done, total) => progress({ stage: 'convert', done, total }));
    await rename(partial, folder);
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
}

/** What the disk refused, in words; any other error as it is. */
function inSentence(error: unknown, gguf: string, bytes: number, imports: string): unknown {
  const reason = diskReason(error);
  if (reason === undefined) return error;
  return new AttnscopeError(
    'bad-model',
    [
      sentence(
        'The model {model} cannot be imported into {folder}: {reason}. It needs about {megabytes} MB there; make room, or name another cache folder in XDG_CACHE_HOME.',
        { model: quoted(basename(gguf)), folder: quoted(imports), reason, megabytes: Math.ceil(bytes / 1e6) },
      ),
    ],
    { cause: error },
  );
}
