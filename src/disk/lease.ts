import { randomUUID } from 'node:crypto';
import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { isAlive } from './lock';

/**
 * Says that a process uses something on the disk: a file beside it, `NAME.PID.UUID.use`, with the machine's name in it. One
 * that was left by a process that was killed says nothing: its process is gone, or, on another machine, it is old.
 */

/** Age in ms at which a lease of another machine, whose processes are not seen from here, holds no longer. */
const STALE_MS = 86_400_000;

/** Takes a lease of what is at a path; gives what ends it. */
export async function takeLease(path: string): Promise<() => Promise<void>> {
  const lease = `${path}.${process.pid}.${randomUUID()}.use`;
  await writeFile(lease, hostname());
  return () => rm(lease, { force: true });
}

/** Whether any process uses what is at a path; leases that hold no longer are removed. */
export async function isLeased(path: string): Promise<boolean> {
  const names = await readdir(dirname(path)).catch(() => []);
  const leases = names.filter((name) => name.startsWith(`${basename(path)}.`) && name.endsWith('.use'));
  const held = await Promise.all(leases.map((name) => isHeld(join(dirname(path), name))));
  return held.includes(true);
}

async function isHeld(lease: string): Promise<boolean> {
  const [pid] = basename(lease).split('.').slice(-3);
  const host = await readFile(lease, 'utf8').catch(() => undefined);
  const made = await stat(lease).catch(() => undefined);
  // It has ended by now.
  if (host === undefined || made === undefined) return false;
  const isOurs = host === hostname();
  if (isOurs && isAlive(Number(pid))) return true;
  if (!isOurs && Date.now() - made.mtimeMs < STALE_MS) return true;
  await rm(lease, { force: true }).catch(() => undefined);
  return false;
}
