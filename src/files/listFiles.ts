import { relative, resolve } from 'node:path';
import { quoted } from '../protocol/plainText';
import { isFolder } from './readInput';
import { filesOf } from './filesOf';
import { isWithin, target } from './links';
import { prompts } from './prompts';

/** What there is to scan, and what is known beforehand not to be scanned. */
export interface Listing {
  files: string[];
  /** Folders that could not be looked into, or hold nothing of the kind. */
  errors: { path: string; error: string }[];
  /** Links that lead out of the folder that was named: their files do not belong to it. */
  outside: string[];
}

/** Which files of folders are listed. */
export interface ListOptions {
  /** Globs of files that are listed beside those of the kind. */
  include?: readonly string[];
  /** Globs of files and folders that are left out. */
  exclude?: readonly string[];
  /** Whether what `.gitignore` files name is left out; it is where absent. */
  ignored?: boolean;
}

/** What is looked for in folders: names of files, and what to say of a folder without any. */
export interface FileKind {
  globs: readonly string[];
  /** Whether a file that the globs name is one, by the folder that was named and the path below it; all where absent. */
  isOne?: (folder: string, inside: string) => Promise<boolean>;
  none: (folder: string, options: ListOptions) => string;
}

/** Files that are listed, by the paths that lead to them and by where they are. */
interface Known {
  paths: Set<string>;
  files: Set<string>;
}

/** The files named, and the files of a kind in the folders named, each once. */
export async function listFiles(
  paths: readonly string[],
  kind: FileKind = prompts,
  options: ListOptions = {},
): Promise<Listing> {
  const listing: Listing = { files: [], errors: [], outside: [] };

  const known: Known = { paths: new Set(), files: new Set() };
  for (const path of paths) {
    if (path !== '-' && (await isFolder(path))) await addFolder(path, kind, options, listing, known);
    // What is named is read, even if it is a link to a file that is read too.
    else if (!known.paths.has(resolve(path))) {
      known.paths.add(resolve(path));
      known.files.add(target(path));
      listing.files.push(path);
    }
  }
  return listing;
}

async function addFolder(
  folder: string,
  kind: FileKind,
  options: ListOptions,
  listing: Listing,
  known: Known,
): Promise<void> {
  const { files, errors, outside } = listing;
  const before = errors.length;
  const root = target(folder);
  const found = await filesOf(folder, root, kind, options, listing);
  let isAnyWithin = false;
  const add = (path: string, real: string): void => {
    const within = isWithin(root, real);
    isAnyWithin ||= within;
    if (known.files.has(real)) return;
    known.files.add(real);
    known.paths.add(same(resolve(path), real));
    (within ? files : outside).push(same(path, real));
  };
  // What is there itself goes before links to it.
  const links: [path: string, real: string][] = [];
  for (const path of found) {
    const real = target(path);
    if (relative(folder, path) === relative(root, real)) add(path, real);
    else links.push([path, real]);
  }
  for (const [path, real] of links) add(path, real);
  if (isAnyWithin || errors.length > before) return;
  errors.push({ path: folder, error: kind.none(quoted(folder), options) });
}

/** The other where both say the same: tens of thousands of paths are kept once and not three times. */
function same(path: string, other: string): string {
  return path === other ? other : path;
}
