import { rmSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { AttnscopeError } from '../../../protocol/errors';
import { partialPath } from '../../../protocol/inference';
import { quoted } from '../../../protocol/plainText';

/** Writes bytes at a place of the file, in bytes. */
export type WriteAt = (bytes: Uint8Array, place: number) => Promise<void>;

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'its folder does not exist',
  ENOTDIR: 'its folder is a file',
  EISDIR: 'it is a folder',
  EACCES: 'access is denied',
  EPERM: 'access is denied',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
};

/**
 * Has `write` fill a file beside `path` and gives it that name once it is whole; on failure neither is
 * left. Where this process is killed meanwhile, who started it removes the file (`partialPath`).
 * Throws `bad-input` with the reason where the disk refuses.
 */
export async function writeWhole(path: string, write: (writeAt: WriteAt) => Promise<void>): Promise<void> {
  const partial = partialPath(path, process.pid);
  // The process ends by itself where the one that started it is gone.
  const remove = (): void => rmSync(partial, { force: true });
  process.on('exit', remove);
  try {
    // An earlier process of the same id may have left one; it is not written into, whatever it is.
    remove();
    const file = await open(partial, 'wx');
    try {
      await write(async (bytes, place) => {
        for (let done = 0; done < bytes.length;) {
          const { bytesWritten } = await file.write(bytes, done, bytes.length - done, place + done);
          done += bytesWritten;
        }
      });
    } finally {
      await file.close();
    }
    await rename(partial, path);
  } catch (error) {
    await rm(partial, { force: true }).catch(() => undefined);
    const reason = error instanceof Error && 'code' in error ? reasons[String(error.code)] : undefined;
    if (!reason) throw error;
    throw new AttnscopeError(
      'bad-input',
      `The file ${quoted(path)} cannot be written: ${reason}. Name another place.`,
      { cause: error },
    );
  } finally {
    process.off('exit', remove);
  }
}
