import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { AttnscopeError } from '../../protocol/errors';
import { sentence } from '../../protocol/sentence';
import { quoted } from '../../protocol/plainText';
import { fieldsOf, parsePythonJson } from '../../protocol/text/pythonJson';
import { otherKind } from '../fileKinds/otherKind';
import { leavesCache } from './hubCache';

/** What a JSON file says. Each reader takes the values that it needs and passes over all others. */
export type SideFile = Readonly<Record<string, unknown>>;

/**
 * Reads a JSON file from the first of these folders that has it; `undefined` where none has. It is read
 * as leniently as Python reads it. Throws `bad-model`, naming the file, where it is no JSON at all.
 */
export async function readSideFile(folders: readonly string[], name: string): Promise<SideFile | undefined> {
  const path = await firstExisting(folders, name);
  if (path === undefined) return undefined;
  const text = await readText(path, name);
  try {
    return fieldsOf(parsePythonJson(text)) ?? {};
  } catch (cause) {
    throw unreadable(name, 'it is damaged or of another kind. Get it again', cause);
  }
}

/** The longest such file that is read, in bytes: vocabularies of a quarter of a million tokens have some 40 MB. */
const LONGEST = 2e8;

/**
 * Reads a text that belongs to a model. Throws `bad-model` where it only points to the file, is a link out of the cache of
 * the hub, is longer than any such file, or cannot be read.
 */
export async function readText(path: string, name: string): Promise<string> {
  if (await leavesCache(path).catch(() => false))
    throw unreadable(name, 'it is a link out of the cache of its model. Put the file itself in its place');
  const bytes = (await stat(path).catch(() => undefined))?.size ?? 0;
  if (bytes > LONGEST)
    throw unreadable(name, `it has ${Math.round(bytes / 1e6)} MB, more than any such file. Get it again`);
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw unreadable(name, 'the system does not give it. Check who may read it', cause);
  });
  const other = otherKind(text);
  if (other !== undefined) throw unreadable(name, other);
  return text.replace(/^\ufeff/, '');
}

/** The first of these folders' files of that name. */
export async function firstExisting(folders: readonly string[], name: string): Promise<string | undefined> {
  for (const folder of folders) {
    const path = join(folder, name);
    const found = await stat(path).catch(() => undefined);
    if (found?.isFile()) return path;
  }
  return undefined;
}

function unreadable(name: string, why: string, cause?: unknown): AttnscopeError {
  return new AttnscopeError(
    'bad-model',
    [sentence('The file {name} of the model cannot be read: {why}.', { name: quoted(name), why })],
    { cause },
  );
}
