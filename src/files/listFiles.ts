import { relative, resolve } from 'node:path';
import { quoted } from '../protocol/plainText';
import { leadsOut } from './globs';
import { isWithin, target } from './links';
import type { FileKind, Listing, ListOptions, Told } from './listing';
import { prompts } from './prompts';
import { isFolder } from './readInput';
import { walkFolder, type FolderWalk } from './walkFolder';

/** The files named, and the files of a kind in the folders named, each once. */
export async function listFiles(
  paths: readonly string[],
  kind: FileKind = prompts,
  options: ListOptions = {},
): Promise<Listing> {
  const listing: Listing = { files: [], errors: [], outside: [] };
  for await (const path of eachFile(paths, kind, options, listing)) listing.files.push(path);
  return listing;
}

/** What was listed. Of the files of folders, which may be very many, only those that links led to are kept. */
interface Known {
  /** Whole paths by which files were listed. */
  paths: Set<string>;
  /** Where they are. */
  reals: Set<string>;
  folders: { whole: string; root: string; walk: FolderWalk }[];
}

/**
 * The same files, one after the other, while folders are still looked through.
 *
 * @param told gets the rest, whole once all files are through
 */
export async function* eachFile(
  paths: readonly string[],
  kind: FileKind,
  options: ListOptions,
  told: Told,
): AsyncGenerator<string> {
  for (const path of options.include?.filter(leadsOut) ?? [])
    told.errors.push({
      path,
      error: `${quoted(path)} leads out of the folders that are looked through. Name the files to scan them.`,
    });
  const known: Known = { paths: new Set(), reals: new Set(), folders: [] };
  for (const path of paths) {
    if (path !== '-' && (await isFolder(path))) yield* filesOf(path, kind, options, told, known);
    // What is named is read, even if it is a link to a file that is read too.
    else if (!(await isListed(path, known))) {
      known.paths.add(resolve(path));
      known.reals.add(target(path));
      yield path;
    }
  }
}

async function* filesOf(
  folder: string,
  kind: FileKind,
  options: ListOptions,
  told: Told,
  known: Known,
): AsyncGenerator<string> {
  const before = told.errors.length;
  const root = target(folder);
  const walk = await walkFolder(folder, root, kind, options, told);
  const others = [...known.folders];
  known.folders.push({ whole: resolve(folder), root, walk });
  let isAnyWithin = false;
  for await (const { path, real, isLinked } of walk.files()) {
    const within = isWithin(root, real);
    isAnyWithin ||= within;
    if (known.reals.has(real) || (await isHeld(real, isLinked ? known.folders : others))) continue;
    if (isLinked) {
      known.reals.add(real);
      known.paths.add(resolve(path));
    }
    if (within) yield path;
    else told.outside.push(path);
  }
  if (isAnyWithin || told.errors.length > before) return;
  told.errors.push({ path: folder, error: kind.none(quoted(folder), options) });
}

async function isHeld(real: string, folders: Known['folders']): Promise<boolean> {
  for (const { walk } of folders) if (await walk.holds(real)) return true;
  return false;
}

/** Whether a file was listed by that path. */
async function isListed(path: string, { paths, folders }: Known): Promise<boolean> {
  const whole = resolve(path);
  if (paths.has(whole)) return true;
  const real = target(path);
  for (const each of folders)
    if (
      isWithin(each.whole, whole) &&
      relative(each.whole, whole) === relative(each.root, real) &&
      (await each.walk.holds(real))
    )
      return true;
  return false;
}
