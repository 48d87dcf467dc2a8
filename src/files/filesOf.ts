import { readdir, type Dirent } from 'node:fs';
import { join, relative } from 'node:path';
import { glob } from 'tinyglobby';
import { quoted } from '../protocol/plainText';
import { isFolder, reasonOf } from './readInput';
import { gitignoreOf, type IsIgnored } from './gitignore';
import { isWithin, target } from './links';
import type { FileKind, Listing, ListOptions } from './listFiles';

/**
 * Files of a kind below a folder and those that are included, in the order of their names. Links lead into each folder
 * of the tree once, and never out of it.
 *
 * @param folder as it was named
 * @param root where it is
 */
export async function filesOf(
  folder: string,
  root: string,
  kind: FileKind,
  { include = [], exclude = [], ignored = true }: ListOptions,
  { errors, outside }: Listing,
): Promise<string[]> {
  const base = folder.replace(/\/+$/, '');
  const named = (inside: string) => (base === '.' || inside === '' ? inside || folder : `${base}/${inside}`);
  const isIgnored: IsIgnored = ignored ? await gitignoreOf(root) : () => Promise.resolve(false);

  const walk = async (globs: readonly string[], isTold: boolean): Promise<string[]> => {
    const entered = new Set([root]);
    const mayGoOn = async (inside: string, entry: Dirent): Promise<boolean> => {
      if (entry.isDirectory()) return !(await isIgnored(join(root, inside), true));
      const real = entry.isSymbolicLink() ? target(join(folder, inside)) : undefined;
      if (real === undefined || !(await isFolder(real))) return true;
      if (entered.has(real) || (await isIgnored(join(root, inside), false))) return false;
      entered.add(real);
      if (!isWithin(root, real) && isTold) outside.push(named(inside));
      return isWithin(root, real);
    };
    // The walk itself would silently pass over a folder that it cannot open.
    const look = (path: string, options: { withFileTypes: true }, done: Done) =>
      readdir(path, options, async (error, entries) => {
        const inside = relative(folder, path).replaceAll('\\', '/');
        if (error) {
          if (isTold) errors.push(unread(named(inside), error));
          return done(error, entries);
        }
        const kept = await Promise.all(
          entries.map((entry) => mayGoOn(inside === '' ? entry.name : `${inside}/${entry.name}`, entry)),
        );
        done(
          null,
          entries.filter((_, index) => kept[index]),
        );
      });
    return glob([...globs], {
      cwd: folder,
      dot: true,
      ignore: ['**/node_modules/**', '**/.git/**', ...exclude],
      fs: { readdir: look as typeof readdir },
    });
  };

  const found: string[] = [];
  for (const inside of await walk(kind.globs, true))
    if (!kind.isOne || (await kind.isOne(folder, inside))) found.push(inside);
  if (include.length > 0) found.push(...(await walk(include, false)));
  const kept: string[] = [];
  for (const inside of [...new Set(found)].sort())
    if (!(await isIgnored(join(root, inside), false))) kept.push(named(inside));
  return kept;
}

type Done = (error: NodeJS.ErrnoException | null, entries: Dirent[]) => void;

function unread(path: string, error: unknown): Listing['errors'][number] {
  return { path, error: `${quoted(path)} cannot be read: ${reasonOf(error)}` };
}
