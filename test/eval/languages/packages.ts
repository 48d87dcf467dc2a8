import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** Where packages are kept between runs, outside the project. */
const cache = process.env.ATTNSCOPE_EVAL_CACHE ?? path.join(os.tmpdir(), 'attnscope-eval-packages');

/**
 * Downloads a Debian package and unpacks it, without installing it.
 *
 * @returns its folder, or why it cannot be had
 */
export function unpacked(name: string): { folder: string } | { problem: string } {
  const folder = path.join(cache, name);
  if (existsSync(folder)) return { folder };
  mkdirSync(cache, { recursive: true });
  const got = spawnSync('apt-get', ['download', '-q', name], { cwd: cache, encoding: 'utf8' });
  const file = readdirSync(cache).find((one) => one.startsWith(`${name}_`) && one.endsWith('.deb'));
  if (!file) return { problem: (got.error?.message ?? got.stderr ?? '').trim().split('\n')[0] ?? '' };
  const halfway = `${folder}.part`;
  const opened = spawnSync('dpkg-deb', ['-x', path.join(cache, file), halfway], { encoding: 'utf8' });
  if (opened.status !== 0) return { problem: (opened.error?.message ?? opened.stderr).trim() };
  renameSync(halfway, folder);
  return { folder };
}
