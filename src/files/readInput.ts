import { readFileSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { decodeText } from '../prompts/files/decodeText';
import type { Source } from '../protocol/document';
import { AttnscopeError } from '../protocol/errors';
import { quoted } from '../protocol/plainText';

/**
 * Reads a file, or standard input for `-`, as the editor would hold it.
 *
 * @throws AttnscopeError `bad-input` where it is missing, a folder, unreadable or not text.
 */
export async function readText(file: string): Promise<string> {
  const name = file === '-' ? 'Standard input' : quoted(file);
  let bytes: Buffer;
  try {
    // At once: files are read one after the other, and what waits for each of very many piles up in memory.
    bytes = file === '-' ? await readAll(process.stdin) : readFileSync(file);
  } catch (error) {
    throw new AttnscopeError('bad-input', `${name} cannot be read: ${reasonOf(error)}`, { cause: error });
  }
  try {
    return decodeText(bytes);
  } catch (error) {
    if (error instanceof AttnscopeError)
      throw new AttnscopeError(error.code, `${name}: ${error.message}`, { cause: error });
    throw error;
  }
}

/** The same, with what its name tells about it. */
export async function readSource(file: string): Promise<Source> {
  const text = await readText(file);
  return file === '-' ? { text } : { text, path: file };
}

/** Whether a path names a folder. A missing path is not one: reading it tells what is wrong. */
export async function isFolder(path: string): Promise<boolean> {
  return (await kindOf(path)) === 'folder';
}

/** What a path names, links followed; nothing where there is nothing, or nothing to read. */
export async function kindOf(path: string): Promise<'folder' | 'file' | undefined> {
  const found = await stat(path).catch(() => undefined);
  return found?.isDirectory() ? 'folder' : found?.isFile() ? 'file' : undefined;
}

async function readAll(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks);
}

/** Why the system did not give or take a file, as the end of a sentence. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return 'there is no such file. Check the path.';
  if (code === 'EISDIR') return 'it is a folder. Name a file.';
  if (code === 'ENOTDIR' || code === 'EEXIST')
    return 'a part of its path is a file, not a folder. Check the path.';
  if (code === 'EACCES') return 'permission is denied. Check who may read it.';
  if (code === 'ENOSPC') return 'no space is left there. Free some, or write elsewhere.';
  return `the system answered ${String(code ?? 'with an error')}.`;
}
