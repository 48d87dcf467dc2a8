import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { quoted } from '../protocol/plainText';
import { gitignoreOf, type IsIgnored } from './gitignore';
import { meantBy } from './globs';
import { isWithin, target } from './links';
import type { FileKind, ListOptions, Told } from './listing';
import { kindOf, reasonOf } from './readInput';

/** A file of a folder: the path that leads to it, where it is, and whether it is reached by a link. */
export interface FoundFile {
  path: string;
  real: string;
  isLinked: boolean;
}

/** The files of a folder that are looked for. */
export interface FolderWalk {
  /**
   * One after the other, and none of them is kept: those that are there themselves in the order of their paths, then
   * those that links lead to. Links lead into each folder of the tree once, and never out of it.
   */
  files(): AsyncGenerator<FoundFile>;
  /** Whether a file, by where it is, is among those that are there themselves. */
  holds(real: string): Promise<boolean>;
}

/** Left out of every folder. */
const NEVER = ['**/node_modules/**', '**/.git/**'];

/**
 * Looks for files of a kind below a folder, and for those that are included.
 *
 * @param folder as it was named
 * @param root where it is
 * @param told gets folders that could not be looked into, and those out of the tree that links lead to
 */
export async function walkFolder(
  folder: string,
  root: string,
  kind: FileKind,
  { include = [], exclude = [], ignored = true }: ListOptions,
  told: Told,
): Promise<FolderWalk> {
  const base = folder.replace(/\/+$/, '');
  const named = (inside: string) => (base === '.' || inside === '' ? inside || folder : `${base}/${inside}`);
  const isIgnored: IsIgnored = ignored ? await gitignoreOf(root) : () => Promise.resolve(false);
  const isIncluded = meantBy(include, folder);
  const isNamed = meantBy(kind.globs, folder);
  const isExcluded = meantBy([...NEVER, ...exclude], folder);

  const isEntered = async (inside: string) =>
    !isExcluded(inside) && !(await isIgnored(join(root, inside), true));
  const isOne = async (inside: string) => isNamed(inside) && (!kind.isOne || kind.isOne(folder, inside));
  const isListed = async (inside: string) =>
    !isExcluded(inside) &&
    (isIncluded(inside) || (await isOne(inside))) &&
    !(await isIgnored(join(root, inside), false));

  /** Files that are in a folder themselves, and what its links lead to. */
  async function* filesIn(inside: string, links: Link[]): AsyncGenerator<string> {
    const entries = await readdir(join(folder, inside), { withFileTypes: true }).catch((error: unknown) => {
      const path = named(inside);
      told.errors.push({ path, error: `${quoted(path)} cannot be read: ${reasonOf(error)}` });
      return [];
    });
    entries.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
    for (const entry of entries) {
      const path = inside === '' ? entry.name : `${inside}/${entry.name}`;
      if (entry.isDirectory()) {
        if (await isEntered(path)) yield* filesIn(path, links);
      } else if (entry.isSymbolicLink()) {
        const link = await linkAt(path);
        if (link) links.push(link);
      } else if (entry.isFile() && (await isListed(path))) yield path;
    }
  }

  const entered = new Set([root]);
  async function linkAt(inside: string): Promise<Link | undefined> {
    const real = target(join(folder, inside));
    const leadsTo = await kindOf(real);
    if (leadsTo === 'file') return (await isListed(inside)) ? { inside, real, isFolder: false } : undefined;
    if (leadsTo !== 'folder' || entered.has(real)) return undefined;
    if (isExcluded(inside) || (await isIgnored(join(root, inside), false))) return undefined;
    entered.add(real);
    if (isWithin(root, real)) return { inside, real, isFolder: true };
    told.outside.push(named(inside));
    return undefined;
  }

  return {
    async *files() {
      const links: Link[] = [];
      for await (const inside of filesIn('', links))
        yield { path: named(inside), real: join(root, inside), isLinked: false };
      // More may be found in the folders that they lead to.
      for (const link of links) {
        const linked = link.isFolder ? filesIn(link.inside, links) : [link.inside];
        for await (const inside of linked)
          yield { path: named(inside), real: target(join(folder, inside)), isLinked: true };
      }
    },
    async holds(real) {
      if (!isWithin(root, real)) return false;
      const names = relative(root, real).replaceAll('\\', '/').split('/');
      for (let depth = 1; depth < names.length; depth++)
        if (!(await isEntered(names.slice(0, depth).join('/')))) return false;
      return isListed(names.join('/'));
    },
  };
}

/** By what it is sorted: a folder stands where the paths of its files do. */
function keyOf(entry: Dirent): string {
  return entry.isDirectory() ? `${entry.name}/` : entry.name;
}

/** A link below the folder, and where it leads. */
interface Link {
  inside: string;
  real: string;
  isFolder: boolean;
}
