import { randomUUID } from 'node:crypto';
import { readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { AttnscopeError } from '../protocol/errors';
import { quoted } from '../protocol/plainText';
import { sentence } from '../protocol/sentence';

/**
 * A lock between processes: a file that exists while one of them works. Packages for this see a holder that was killed
 * only by the age of its lock, after seconds; here it is seen at once by its process id, and by age where the holder is
 * on another machine. Whoever uses it must stay whole where two hold it, which age alone cannot rule out.
 */

/** Age in ms at which a lock holds no longer: its holder is gone, or its process id is another's by now. */
const STALE_MS = 30_000;
/** The same for a lock without a name in it: its holder was ended while it wrote it. */
const NAMELESS_MS = 1_000;
/** How often, in ms, its holder shows that it still works. */
const SIGN_OF_LIFE_MS = 5_000;

/** How a lock is waited for. */
export interface Waiting {
  /** Longest wait, in ms: a minute where absent. */
  longestMs?: number;
  /** About how often it is looked at, in ms: 3 where absent. */
  everyMs?: number;
  /** Called once, where another process holds it. */
  onWait?(): void;
  /** Ends the wait; `work` is told by its own means. */
  signal?: AbortSignal;
}

/**
 * Does something while no other process does the same.
 *
 * @param lock path of the lock's file; its folder exists
 * @throws AttnscopeError `bad-input` where others hold it too long; the reason of `signal`; errors of the system, and of `work`
 */
export async function withLock<T>(
  lock: string,
  work: () => Promise<T>,
  { longestMs = 60_000, everyMs = 3, onWait, signal }: Waiting = {},
): Promise<T> {
  const name = `${process.pid} ${hostname()} ${randomUUID()}`;
  const since = Date.now();
  let told = false;
  while (!(await take(lock, name))) {
    signal?.throwIfAborted();
    if (Date.now() - since > longestMs)
      throw new AttnscopeError('bad-input', [
        sentence(
          'Another process holds the lock {file}. If no other Attnscope is at work, delete that file.',
          { file: quoted(lock) },
        ),
      ]);
    if (!told) onWait?.();
    told = true;
    await breakStale(lock);
    await pause(everyMs * (0.3 + 1.4 * Math.random()));
  }
  const signs = setInterval(() => {
    const now = new Date();
    utimes(lock, now, now).catch(() => undefined);
  }, SIGN_OF_LIFE_MS).unref();
  try {
    return await work();
  } finally {
    clearInterval(signs);
    if ((await nameIn(lock)) === name) await rm(lock, { force: true });
  }
}

/** Whether the lock was free, and is ours now. */
async function take(lock: string, name: string): Promise<boolean> {
  try {
    await writeFile(lock, name, { flag: 'wx' });
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return false;
    // Windows refuses to make a file anew while one of that name is being deleted.
    if (code === 'EPERM' && process.platform === 'win32') return false;
    // On a full disk it is there, but without a name.
    if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG') await rm(lock, { force: true });
    throw error;
  }
}

/** Takes away a lock that holds no longer; one that was taken by then is put back. */
async function breakStale(lock: string): Promise<void> {
  const seen = await nameIn(lock);
  if (seen === undefined || !(await isStale(lock, seen))) return;
  const aside = `${lock}.${randomUUID()}`;
  try {
    await rename(lock, aside);
  } catch {
    return; // another process was quicker
  }
  if ((await nameIn(aside)) === seen) await rm(aside, { force: true });
  else await rename(aside, lock);
}

async function isStale(lock: string, name: string): Promise<boolean> {
  const age = await stat(lock).then(
    ({ mtimeMs }) => Date.now() - mtimeMs,
    () => 0,
  );
  if (age > STALE_MS) return true;
  const [pid, host] = name.split(' ');
  if (!pid || !host) return age > NAMELESS_MS;
  return host === hostname() && !isAlive(Number(pid));
}

/** Whether a process of this machine runs. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // A process of another person's may not be signalled, but is there.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** What stands in a lock; nothing where there is none. */
const nameIn = (lock: string): Promise<string | undefined> => readFile(lock, 'utf8').catch(() => undefined);
