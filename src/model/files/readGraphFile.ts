import { readFile } from 'node:fs/promises';
import { AttnscopeError } from '../../protocol/errors';
import { quoted } from '../../protocol/plainText';
import { sentence } from '../../protocol/sentence';

/** Reads a graph file whole. Throws `bad-model` where that is not possible. */
export async function readGraphFile(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (cause) {
    throw unreadable(path, cause);
  }
}

function unreadable(path: string, cause: unknown): AttnscopeError {
  return new AttnscopeError(
    'bad-model',
    [
      sentence(
        'The model file {path} cannot be read. Check who may read it, and that a graph is below 2 GB.',
        { path: quoted(path) },
      ),
    ],
    { cause },
  );
}
