import { open, stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { gguf, GGMLQuantizationType } from '@huggingface/gguf';
import { AttnscopeError } from '../../protocol/errors';
import { sentence, type Sentence } from '../../protocol/sentence';
import { quoted } from '../../protocol/plainText';
import { otherKindOfFile } from '../fileKinds/otherKind';
import { shardFiles } from '../fileKinds/shards';

/** A file on the disk. */
export interface StoredFile {
  /** Absolute. */
  path: string;
  sizeBytes: number;
}

/** A tensor as the container names it. */
export interface GgufTensor {
  name: string;
  /** GGML's name of the element type, e.g. `Q4_1`. */
  type: string;
  /** Values in a row: the input side of a matrix, the length of a vector. */
  columns: number;
  /** 1 for a vector. */
  rows: number;
  /** The file that holds it, and where its bytes begin there. */
  file: StoredFile;
  offset: number;
}

/** The head of a GGUF file, or of all shards of one model: its metadata and where its tensors are. */
export interface GgufFile {
  /** Absolute path of the file; of the first where there are several. */
  path: string;
  /** All files that the model is in, in their order. */
  files: readonly StoredFile[];
  /** Bytes of all files. */
  sizeBytes: number;
  metadata: Readonly<Record<string, unknown>>;
  tensors: ReadonlyMap<string, GgufTensor>;
}

/** Head of one file, as the container library reads it. */
interface Head {
  file: StoredFile;
  metadata: Readonly<Record<string, unknown>>;
  tensors: GgufTensor[];
}

/**
 * Reads the head of a local GGUF file, and of all other shards of its model where it is one (`split.no`, `split.count` and
 * `split.tensors.count` in the metadata; the first has all else). Throws `bad-model` where it is none, or a shard is missing.
 */
export async function readGguf(path: string): Promise<GgufFile> {
  // An absolute path: the container library fetches anything that looks like a web address.
  const named = await readHead(resolve(path));
  const heads = Number(named.metadata['split.count'] ?? 1) > 1 ? await readShards(named) : [named];
  const [first = named] = heads;
  const tensors = new Map<string, GgufTensor>();
  for (const head of heads) for (const tensor of head.tensors) tensors.set(tensor.name, tensor);
  const stated = Number(first.metadata['split.tensors.count'] ?? tensors.size);
  if (heads.length > 1 && stated !== tensors.size) {
    throw bad(
      sentence(
        'The {count} shards of {name} hold {tensors} tensors; the model has {stated}. They are not of one model: download all of them again.',
        { count: heads.length, name: quoted(basename(first.file.path)), tensors: tensors.size, stated },
      ),
    );
  }
  return {
    path: first.file.path,
    files: heads.map(({ file }) => file),
    sizeBytes: heads.reduce((sum, { file }) => sum + file.sizeBytes, 0),
    metadata: first.metadata,
    tensors,
  };
}

/** The heads of all shards of the model that one of them belongs to. */
async function readShards(one: Head): Promise<Head[]> {
  const { file, metadata } = one;
  const name = quoted(basename(file.path));
  const count = Number(metadata['split.count']);
  const number = Number(metadata['split.no'] ?? 0) + 1;
  const paths = shardFiles(file.path);
  if (paths.length !== count || paths[number - 1] !== file.path) {
    throw bad(
      sentence(
        '{name} is shard {number} of {count} of one model, and its name does not say so: the others cannot be found. Give each shard the name that it was downloaded by; it ends in -0000N-of-0000M.gguf.',
        { name, number, count },
      ),
    );
  }
  const heads: Head[] = [];
  for (const [i, path] of paths.entries()) {
    const shard = quoted(basename(path));
    if ((await sizeOf(path)) < 0) {
      throw bad(
        sentence(
          '{shard} is missing: {name} is one of {count} shards of a model, all of which have to be in one folder. Download the missing one into it.',
          { shard, name, count },
        ),
      );
    }
    const head = i === number - 1 ? one : await readHead(path);
    if (Number(head.metadata['split.count']) !== count || Number(head.metadata['split.no'] ?? 0) !== i) {
      throw bad(
        sentence('{shard} is not shard {number} of {count}, as its name says. Download it again.', {
          ...{ shard, number: i + 1, count },
        }),
      );
    }
    heads.push(head);
  }
  return heads;
}

/** Throws `bad-model` where a file is not a GGUF file, or one that cannot be read. */
async function readHead(path: string): Promise<Head> {
  const name = quoted(basename(path));
  const file = { path, sizeBytes: await sizeOf(path) };
  if (file.sizeBytes < 0)
    throw bad(sentence('There is no model file {name} at the given place. Check the path.', { name }));
  const head = await gguf(path, { allowLocalFile: true }).catch(async (cause: unknown) => {
    const isDenied = cause instanceof Error && 'code' in cause && cause.code === 'EACCES';
    const why = isDenied
      ? 'access is denied. Check who may read it'
      : ((await otherKindOfFile(path)) ?? 'it is not one, or it is cut short. Download it again');
    throw new AttnscopeError(
      'bad-model',
      [sentence('{name} cannot be read as a GGUF file: {why}.', { name, why })],
      { cause },
    );
  });
  if (!head.littleEndian) {
    throw bad(
      sentence('{name} is a big-endian GGUF file, which is not supported. Use the little-endian file.', {
        name,
      }),
    );
  }
  const tensors = head.tensorInfos.map((info): GgufTensor => {
    const [columns = 0, rows = 1, ...more] = info.shape.map(Number);
    if (more.some((n) => n !== 1)) {
      throw bad(
        sentence('Tensor {tensor} of {name} has more than two dimensions, which is not supported.', {
          ...{ tensor: quoted(info.name), name },
        }),
      );
    }
    const type = GGMLQuantizationType[info.dtype] ?? `type ${String(info.dtype)}`;
    return {
      ...{ name: info.name, type, columns, rows, file },
      offset: Number(head.tensorDataOffset + info.offset),
    };
  });
  return { file, metadata: { ...head.metadata }, tensors };
}

/** Bytes of a file; −1 where there is none. */
async function sizeOf(path: string): Promise<number> {
  return stat(path).then(
    (found) => (found.isFile() ? found.size : -1),
    () => -1,
  );
}

/** Most bytes of one read: Node takes less than 2 GB. */
const READ_BYTES = 2 ** 30;

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
      const next = Math.min(length - done, READ_BYTES);
      const { bytesRead } = await file.read(bytes, done, next, offset + done);
      if (bytesRead === 0)
        throw bad(sentence('{name} is cut short. Download it again.', { name: quoted(basename(path)) }));
      done += bytesRead;
    }
    return bytes;
  } finally {
    await file.close();
  }
}

function bad(message: Sentence): AttnscopeError {
  return new AttnscopeError('bad-model', [message]);
}
