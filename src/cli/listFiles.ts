import { readdir, type Dirent } from 'node:fs';
import { relative } from 'node:path';
import { glob } from 'tinyglobby';
import { promptFileGlobs } from '../prompts/promptFiles';
import { quoted } from '../protocol/plainText';
import { isFolder, reasonOf } from './readInput';

/** What there is to scan, and the folders that could not be looked into. */
export interface Listing {
  files: string[];
  errors: { path: string; error: string }[];
}

/** The files named, and the prompt files of the folders named, each once. */
export async function listFiles(paths: readonly string[]): Promise<Listing> {
  const files = new Set<string>();
  const errors: Listing['errors'] = [];
  for (const path of paths) {
    if (path === '-' || !(await isFolder(path))) files.add(path);
    else for (const file of await promptFilesOf(path, errors)) files.add(file);
  }
  return { files: [...files], errors };
}

async function promptFilesOf(folder: string, errors: Listing['errors']): Promise<string[]> {
  const base = folder.replace(/\/+$/, '');
  const named = (inside: string) => (base === '.' || inside === '' ? inside || folder : `${base}/${inside}`);
  // The walk itself passes over a folder that it cannot open, and says nothing.
  const open = (path: string, options: { withFileTypes: true }, done: Done) =>
    readdir(path, options, (error, entries) => {
      if (error) errors.push(unread(named(relative(folder, path).replaceAll('\\', '/')), error));
      done(error, entries);
    });
  const files = await glob([...promptFileGlobs], {
    cwd: folder,
    dot: true,
    ignore: ['**/node_modules/**', '**/.git/**'],
    fs: { readdir: open as typeof readdir },
  });
  return files.sort().map(named);
}

type Done = (error: NodeJS.ErrnoException | null, entries: Dirent[]) => void;

function unread(path: string, error: unknown): Listing['errors'][number] {
  return { path, error: `${quoted(path)} cannot be read: ${reasonOf(error)}` };
}
