import { open, stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { gguf, GGMLQuantizationType } from '@huggingface/gguf';
import { AttnscopeError } from '../../protocol/errors';
import { quoted } from '../../protocol/plainText';
import { otherKindOfFile } from '../fileKinds/otherKind';
import { shardOf, shardSentence } from '../fileKinds/shards';

/** A tensor as the container names it. */
export interface GgufTensor {
  name: string;
  /** GGML's name of the element type, e.g. `Q4_1`. */
  type: string;
  /** Values in a row: the input side of a matrix, the length of a vector. */
  columns: number;
  /** 1 for a vector. */
  rows: number;
  /** Where its bytes begin in the file. */
  offset: number;
}

/** The head of a GGUF file: its metadata and where its tensors are. */
export interface GgufFile {
  path: string;
  sizeBytes: number;
  metadata: Readonly<Record<string, unknown>>;
  tensors: ReadonlyMap<string, GgufTensor>;
}

/** Reads the head of a local GGUF file; throws `bad-model` where it is not one. */
export async function readGguf(path: string): Promise<GgufFile> {
  // An absolute path: the container library fetches anything that looks like a web address.
  const full = resolve(path);
  const name = quoted(basename(full));
  const sizeBytes = await stat(full).then(
    (s) => (s.isFile() ? s.size : -1),
    () => -1,
  );
  if (sizeBytes < 0) throw bad(`There is no model file ${name} at the given place. Check the path.`);

  const head = await gguf(full, { allowLocalFile: true }).catch(async (cause: unknown) => {
    const isDenied = cause instanceof Error && 'code' in cause && cause.code === 'EACCES';
    const why = isDenied
      ? 'access is denied. Check who may read it'
      : ((await otherKindOfFile(full)) ?? 'it is not one, or it is cut short. Download it again');
    throw new AttnscopeError('bad-model', `${name} cannot be read as a GGUF file: ${why}.`, { cause });
  });
  const shard = shardOf(full, { ...head.metadata });
  if (shard) throw bad(shardSentence(full, shard));
  if (!head.littleEndian) {
    throw bad(`${name} is a big-endian GGUF file, which is not supported. Use the little-endian file.`);
  }
  const tensors = new Map<string, GgufTensor>();
  for (const info of head.tensorInfos) {
    const [columns = 0, rows = 1, ...more] = info.shape.map(Number);
    if (more.some((n) => n !== 1)) {
      throw bad(
        `Tensor ${quoted(info.name)} of ${name} has more than two dimensions, which is not supported.`,
      );
    }
    tensors.set(info.name, {
      name: info.name,
      type: GGMLQuantizationType[info.dtype] ?? `type ${String(info.dtype)}`,
      columns,
      rows,
      offset: Number(head.tensorDataOffset + info.offset),
    });
  }
  return { path: full, sizeBytes, metadata: { ...head.metadata }, tensors };
}

/** Reads `length` bytes at `offset`; throws `bad-model` where the file ends before that. */
export async function readBytes(
  path: string,
  offset: number,
  length: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const file = await open(path, 'r');
  try {
    const bytes = new Uint8Array(length);
    for (let done = 0; done < length;) {
      const { bytesRead } = await file.read(bytes, done, length - done, offset + done);
      if (bytesRead === 0) throw bad(`${quoted(basename(path))} is cut short. Download it again.`);
      done += bytesRead;
    }
    return bytes;
  } finally {
    await file.close();
  }
}

function bad(message: string): AttnscopeError {
  return new AttnscopeError('bad-model', message);
}
