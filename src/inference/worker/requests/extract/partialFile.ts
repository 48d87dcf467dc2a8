import { rmSync } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { AttnscopeError } from '../../../../protocol/errors';
import { partialPath } from '../../../../protocol/borders/inference';
import { quoted } from '../../../../protocol/plainText';
import { diskReason } from '../../../../disk/diskReasons';

/** Writes bytes at a place of the file, in bytes. */
export type WriteAt = (bytes: Uint8Array, place: number) => Promise<void>;

/**
 * Has `write` fill a file beside `path` and gives it that name once it is whole; on failure neither is
 * left. If this process is killed meanwhile, the one that started it removes the file (`partialPath`).
 * Folders that are missing are made. Throws `bad-input` with the reason where the disk refuses.
 */
export async function writeWhole(path: string, write: (writeAt: WriteAt) => Promise<void>): Promise<void> {
  const partial = partialPath(path, process.pid);
  // The process ends by itself where the one that started it is gone.
  const remove = (): void => rmSync(partial, { force: true });
  process.on('exit', remove);
  try {
    // An earlier process of the same id may have left one; it is not written into, whatever it is.
    remove();
    await mkdir(dirname(path), { recursive: true });
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
    const reason = diskReason(error);
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
