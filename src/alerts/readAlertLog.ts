import { open, stat, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { parseAlert, type LineFault } from '../monitor/alerts/parseAlert';
import type { Alert } from '../protocol/measured/alert';
import { quoted } from '../protocol/plainText';
import { sentence, type Sentence } from '../protocol/sentence';
import { logError } from './diskError';
import { logsAside } from './rotation';

/** A line of a log that is no alert: where it stands, from line 1 on, and why. */
export interface BadLine {
  file: string;
  line: number;
  error: Sentence;
}

/**
 * Reads the alerts of a log, the oldest first, with its files that were put aside. Memory holds one line at a time.
 *
 * @param most how many of the files put aside are read, the newest
 * @throws AttnscopeError `bad-input` where there is no such log, or it cannot be read
 */
export async function* readAlertLog(file: string, most = Infinity): AsyncGenerator<Alert | BadLine> {
  // Opened before the others are listed: what is put aside in between is still read here, and once.
  const last = await opened(file);
  const aside = (await logsAside(file).catch(() => [])).slice(-most);
  if (!last && aside.length === 0) throw logError(file, Object.assign(new Error(), { code: 'ENOENT' }));
  for (const part of aside) {
    if (last && (await isSame(part, last))) continue;
    const handle = await opened(part);
    if (handle) yield* alertsIn(part, handle);
  }
  if (last) yield* alertsIn(file, last);
}

/** A part of a log; nothing where it is not there, as where a writer deleted the oldest meanwhile. */
async function opened(file: string): Promise<FileHandle | undefined> {
  return open(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw logError(file, error);
  });
}

async function isSame(file: string, handle: FileHandle): Promise<boolean> {
  const [one, other] = await Promise.all([stat(file).catch(() => undefined), handle.stat()]);
  return one?.ino === other.ino && one.dev === other.dev;
}

async function* alertsIn(file: string, handle: FileHandle): AsyncGenerator<Alert | BadLine> {
  let line = 0;
  try {
    for await (const text of linesOf(handle)) {
      line += 1;
      if (text.trim() === '') continue;
      const read = parseAlert(text);
      yield 'alert' in read ? read.alert : { file, line, error: whyBad(file, line, read) };
    }
  } catch (error) {
    throw logError(file, error);
  } finally {
    await handle.close();
  }
}

function whyBad(file: string, line: number, fault: LineFault): Sentence {
  const at = { file: quoted(path.basename(file)), line };
  return fault.fault === 'json'
    ? sentence('{file}, line {line}, is no whole JSON: a crash or a full disk may have cut it short.', at)
    : sentence('{file}, line {line}, is no alert: a field is missing or of the wrong type, {where}.', {
        ...at,
        where: quoted(fault.where),
      });
}

/** Lines of a UTF-8 file. Only `\n` ends one: other line ends may stand in a string. */
async function* linesOf(handle: FileHandle): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of handle.createReadStream({ encoding: 'utf8', autoClose: false })) {
    const [first = '', ...others] = (chunk as string).split('\n');
    rest += first;
    for (const other of others) {
      yield rest;
      rest = other;
    }
  }
  if (rest !== '') yield rest;
}
