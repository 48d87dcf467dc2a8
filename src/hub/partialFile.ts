import { createHash, type Hash } from 'node:crypto';
import { open, type FileHandle } from 'node:fs/promises';
import type { ListedFile } from './listing';

/** A file that is being got: its bytes so far are on the disk and in the hash. */
export interface PartialFile {
  /** Bytes that are there. */
  readonly bytes: number;
  append(chunk: Uint8Array): Promise<void>;
  /** Begins anew. */
  clear(): Promise<void>;
  /** Whether the bytes are those that the hub lists. */
  isRight(): boolean;
  close(): Promise<void>;
}

/** Opens what an earlier try left of a file, or makes an empty one. */
export async function openPartial(path: string, file: ListedFile): Promise<PartialFile> {
  const handle = await open(path, 'a+');
  let hash = startHash(file);
  let bytes = 0;
  const clear = async (): Promise<void> => {
    await handle.truncate();
    hash = startHash(file);
    bytes = 0;
  };
  try {
    bytes = await readInto(hash, handle);
    // Nothing that could become the file.
    if (bytes > file.bytes) await clear();
  } catch (error) {
    await handle.close();
    throw error;
  }
  return {
    get bytes() {
      return bytes;
    },
    async append(chunk) {
      for (let at = 0; at < chunk.length;) at += (await handle.write(chunk, at)).bytesWritten;
      hash.update(chunk);
      bytes += chunk.length;
    },
    clear,
    isRight: () => bytes === file.bytes && hash.copy().digest('hex') === file.hash.hex,
    close: () => handle.close(),
  };
}

/** Git puts the kind and size of an object before its bytes. */
function startHash({ bytes, hash: { kind } }: ListedFile): Hash {
  return kind === 'sha256' ? createHash('sha256') : createHash('sha1').update(`blob ${bytes}\0`);
}

async function readInto(hash: Hash, handle: FileHandle): Promise<number> {
  const chunk = new Uint8Array(1 << 20);
  const { size } = await handle.stat();
  for (let at = 0; ;) {
    const { bytesRead } = await handle.read(chunk, 0, Math.min(chunk.length, size - at), at);
    if (bytesRead === 0) return at;
    hash.update(chunk.subarray(0, bytesRead));
    at += bytesRead;
  }
}
