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

/** Written at once at least, UTF-16 code units: there may be tens of thousands of lines. */
const CHUNK = 1 << 12;

/** Pieces put together to what is written at once. */
async function* inChunks(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let chunk = '';
  for await (const piece of pieces) {
    chunk += piece;
    if (chunk.length < CHUNK) continue;
    yield chunk;
    chunk = '';
  }
  if (chunk !== '') yield chunk;
}

/**
 * Writes a result to a file, or to standard output where none is named; says on stderr where the file is.
 *
 * @param result a text, or its pieces as they are made: all of them are made, even if nobody reads on. A file is written
 *   once it is whole.
 * @throws AttnscopeError `bad-input` where the file cannot be written.
 */
export async function writeOutput(
  file: string | undefined,
  result: string | AsyncIterable<string>,
): Promise<void> {
  const whole = typeof result === 'string';
  if (file === undefined) {
    if (whole) await print(result);
    else {
      let isRead = true;
      for await (const chunk of inChunks(result)) isRead &&= await print(chunk);
    }
    return;
  }
  const chunks: string[] = [];
  if (whole) chunks.push(result);
  else for await (const chunk of inChunks(result)) chunks.push(chunk);
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
