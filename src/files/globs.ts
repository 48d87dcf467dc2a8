import { isAbsolute, posix, relative, resolve } from 'node:path';
import picomatch from 'picomatch';

/** Whether a path below a folder, with slashes, is meant. */
export type IsMeant = (inside: string) => boolean;

/**
 * What globs name below a folder, as in a shell: `*` stays within a name, `**` does not. One that names a folder names
 * what is in it, one that begins with `!` takes back.
 */
export function meantBy(globs: readonly string[], folder: string): IsMeant {
  const isTaken = (glob: string) => /^!(?!\()/.test(glob);
  const named = globs.filter((glob) => !isTaken(glob)).map((glob) => inFolder(glob, folder));
  const ignore = globs.filter(isTaken).map((glob) => inFolder(glob.slice(1), folder));
  return named.length === 0 ? () => false : picomatch(named, { dot: true, posix: true, ignore });
}

/** Whether a glob names nothing that is below any folder. */
export function leadsOut(glob: string): boolean {
  return !isAbsolute(glob) && /^\.\.(?:\/|$)/.test(posix.normalize(glob));
}

function inFolder(glob: string, folder: string): string {
  const inside = isAbsolute(glob) ? relative(resolve(folder), glob).replaceAll('\\', '/') : glob;
  const path = posix.normalize(inside).replace(/\/$/, '');
  return path.endsWith('*') ? path : posix.join(path, '**');
}
