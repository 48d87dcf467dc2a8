import { readdir, type Dirent } from 'node:fs';
import { realpath } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { glob } from 'tinyglobby';
import { promptFileGlobs } from '../prompts/promptFiles';
import { quoted } from '../protocol/plainText';
import { isFolder, reasonOf } from './readInput';

/** What there is to scan, and what is known beforehand not to be scanned. */
export interface Listing {
  files: string[];
  /** Folders that could not be looked into, or hold nothing of the kind. */
  errors: { path: string; error: string }[];
  /** Links that lead out of the folder that was named: their files do not belong to it. */
  outside: string[];
}

/** Files that are listed, by the paths that lead to them and by where they are. */
interface Known {
  paths: Set<string>;
  files: Set<string>;
}

/** What is looked for in folders: names of files, and what to say of a folder without any. */
export interface FileKind {
  globs: readonly string[];
  none: (folder: string) => string;
}

/** Prompts, by the names that VS Code and common agents know. */
const prompts: FileKind = {
  globs: promptFileGlobs,
  none: (folder) =>
    `No prompt was recognised in ${folder} by the names of its files. Name a file to scan it whatever it is called.`,
};

/** The files named, and the files of a kind in the folders named, each once. */
export async function listFiles(paths: readonly string[], kind: FileKind = prompts): Promise<Listing> {
  const listing: Listing = { files: [], errors: [], outside: [] };

  const known: Known = { paths: new Set(), files: new Set() };
  for (const path of paths) {
    if (path !== '-' && (await isFolder(path))) await addFolder(path, kind, listing, known);
    // What is named is read, even if it is a link to a file that is read too.
    else if (!known.paths.has(resolve(path))) {
      known.paths.add(resolve(path));
      known.files.add(await target(path));
      listing.files.push(path);
    }
  }
  return listing;
}

async function addFolder(folder: string, kind: FileKind, listing: Listing, known: Known): Promise<void> {
  const { files, errors, outside } = listing;
  const before = errors.length;
  const root = await target(folder);
  const found = await Promise.all(
    (await filesOf(folder, root, kind.globs, listing)).map(async (path) => ({
      path,
      real: await target(path),
    })),
  );
  const isLink = ({ path, real }: (typeof found)[number]) => relative(folder, path) !== relative(root, real);
  // What is there itself goes before links to it.
  for (const { path, real } of found.sort((a, b) => Number(isLink(a)) - Number(isLink(b)))) {
    if (known.files.has(real)) continue;
    known.files.add(real);
    known.paths.add(resolve(path));
    (isWithin(root, real) ? files : outside).push(path);
  }
  if (found.some(({ real }) => isWithin(root, real)) || errors.length > before) return;
  errors.push({ path: folder, error: kind.none(quoted(folder)) });
}

/** Files below a folder, by their names, in the order of these. */
async function filesOf(
  folder: string,
  root: string,
  globs: readonly string[],
  { errors, outside }: Listing,
): Promise<string[]> {
  const base = folder.replace(/\/+$/, '');
  const named = (inside: string) => (base === '.' || inside === '' ? inside || folder : `${base}/${inside}`);
  const nameOf = (path: string) => named(relative(folder, path).replaceAll('\\', '/'));
  const entered = new Set([root]);
  /** Whether the walk may go on with an entry: links lead into each folder of the tree once, and never out of it. */
  const mayGoOn = async (path: string, entry: Dirent): Promise<boolean> => {
    const real = entry.isSymbolicLink() ? await target(path) : undefined;
    if (real === undefined || !(await isFolder(real))) return true;
    if (entered.has(real)) return false;
    entered.add(real);
    if (!isWithin(root, real)) outside.push(nameOf(path));
    return isWithin(root, real);
  };
  // The walk itself would silently pass over a folder that it cannot open.
  const open = (path: string, options: { withFileTypes: true }, done: Done) =>
    readdir(path, options, async (error, entries) => {
      if (error) {
        errors.push(unread(nameOf(path), error));
        return done(error, entries);
      }
      const kept = await Promise.all(entries.map((entry) => mayGoOn(join(path, entry.name), entry)));
      done(
        null,
        entries.filter((_, index) => kept[index]),
      );
    });
  const files = await glob([...globs], {
    cwd: folder,
    dot: true,
    ignore: ['**/node_modules/**', '**/.git/**'],
    fs: { readdir: open as typeof readdir },
  });
  return files.sort().map(named);
}

type Done = (error: NodeJS.ErrnoException | null, entries: Dirent[]) => void;

function isWithin(folder: string, path: string): boolean {
  return path.startsWith(folder.endsWith(sep) ? folder : `${folder}${sep}`);
}

/** Where a path leads when its links are followed; where it cannot be followed, itself: reading it tells why. */
function target(path: string): Promise<string> {
  return realpath(path).catch(() => resolve(path));
}

function unread(path: string, error: unknown): Listing['errors'][number] {
  return { path, error: `${quoted(path)} cannot be read: ${reasonOf(error)}` };
}
