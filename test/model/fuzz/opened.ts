import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { spawnChild, type Spawn } from '../../../src/inference/client/childProcess';

const root = path.resolve(import.meta.dirname, '../../..');
/** What any program opens that runs under Node: the project itself, the system, devices. */
const OWN = [
  root,
  path.dirname(path.dirname(process.execPath)),
  '/proc',
  '/sys',
  '/dev',
  '/usr',
  '/lib',
  '/etc/ld.so',
  '/etc/ssl',
  '/etc/localtime',
];

/** Watches from outside, by strace, which files a child opens, native code included; nothing where that is not possible. */
export function watchOpened(log: string) {
  const isThere = spawnSync('strace', ['-V']).status === 0;
  if (!isThere) console.log('strace is not here: which files are opened is not watched.');
  const spawnWatched: Spawn = (childPath, settings) => {
    const child = spawnChild(childPath, settings);
    if (isThere && child.pid !== undefined) {
      const args = ['-f', '-qq', '-e', 'trace=open,openat', '-p', String(child.pid), '-A', '-o', log];
      spawn('strace', args, { stdio: 'ignore', detached: true }).unref();
    }
    return child;
  };
  return {
    spawn: spawnWatched,
    /** Files that were opened outside these folders; `undefined` where nothing was watched. */
    outside(folders: readonly string[]): string[] | undefined {
      if (!existsSync(log)) return undefined;
      const opened = [...readFileSync(log, 'utf8').matchAll(/open(?:at)?\([^"]*"([^"]+)"[^=]*= \d+$/gm)];
      const names = new Set(opened.map(([, name]) => path.resolve(root, name!)));
      return [...names].filter((name) => ![...OWN, ...folders].some((place) => name.startsWith(place)));
    },
  };
}
