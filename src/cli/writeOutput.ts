import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { AttnscopeError } from '../protocol/errors';
import { plainText, quoted } from '../protocol/plainText';
import { reasonOf } from '../files/readInput';

/** Longest path shown, UTF-16 code units. */
const LONGEST_PATH = 400;

/**
 * Writes to standard output, as fast as the reader takes it.
 *
 * @returns false where the reader is gone (`| head`): not an error, but nothing more need be written
 * @throws AttnscopeError `bad-input` where standard output cannot be written.
 */
export function print(text: string): Promise<boolean> {
  return new Promise((taken, failed) => {
    process.stdout.write(text, (error) => {
      if (!error) taken(true);
      else if (isGone(error)) taken(false);
      else failed(outputError(error));
    });
  });
}

/** Whether an error of standard output says that its reader is gone. */
export function isGone(error: NodeJS.ErrnoException): boolean {
  return error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED';
}

/** What to tell where standard output cannot be written. */
export function outputError(error: unknown): AttnscopeError {
  return new AttnscopeError('bad-input', `Standard output cannot be written: ${reasonOf(error)}`, {
    cause: error,
  });
}

/** Written at once at least, UTF-16 code units: tens of thousands of lines are not put together first. */
const CHUNK = 1 << 16;

/** Lines put together to what is written at once. */
function* inChunks(lines: Iterable<string>): Generator<string> {
  let chunk = '';
  for (const line of lines) {
    chunk += line;
    if (chunk.length < CHUNK) continue;
    yield chunk;
    chunk = '';
  }
  if (chunk !== '') yield chunk;
}

/**
 * Writes a result to a file, or to standard output where none is named; says on stderr where the file is.
 *
 * @param result a text, or its lines
 * @throws AttnscopeError `bad-input` where the file cannot be written.
 */
export async function writeOutput(
  file: string | undefined,
  result: string | Iterable<string>,
): Promise<void> {
  const chunks = typeof result === 'string' ? [result] : inChunks(result);
  if (file === undefined) {
    for (const chunk of chunks) if (!(await print(chunk))) return;
    return;
  }
  await makeFolderOf(file);
  await writeFile(file, chunks).catch((error: unknown) => {
    throw unwritable(file, error);
  });
  process.stderr.write(`Written: ${plainText(resolve(file), LONGEST_PATH, 'end')}\n`);
}

/**
 * Makes the folders that are missing above a file to write.
 *
 * @throws AttnscopeError `bad-input` where they cannot be made.
 */
export async function makeFolderOf(file: string): Promise<void> {
  await mkdir(dirname(resolve(file)), { recursive: true }).catch((error: unknown) => {
    throw unwritable(file, error);
  });
}

function unwritable(file: string, error: unknown): AttnscopeError {
  return new AttnscopeError('bad-input', `${quoted(file)} cannot be written: ${reasonOf(error)}`, {
    cause: error,
  });
}
