import { readFile, stat } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { perFolder } from './perFolder';

/** Whether `.gitignore` files leave out a file or folder, given by its whole path. */
export type IsIgnored = (path: string, isFolder: boolean) => Promise<boolean>;

/**
 * What the `.gitignore` files of a folder leave out: of those in it, below it, and above it up to the top of its
 * repository. A folder that they leave out themselves was named, so only those in it and below it count.
 *
 * @param root whole path
 */
export async function gitignoreOf(root: string): Promise<IsIgnored> {
  const rulesIn = perFolder(readRules);
  const below =
    (top: string): IsIgnored =>
    async (path, isFolder) => {
      // The nearest file that says anything about it decides.
      for (let folder = path; folder !== top;) {
        folder = dirname(folder);
        const inside = relative(folder, path).split(sep).join('/') + (isFolder ? '/' : '');
        const said = (await rulesIn(folder))?.test(inside);
        if (said?.ignored || said?.unignored) return said.ignored;
      }
      return false;
    };
  const top = await repositoryOf(root);
  return below(top === root || (await below(top)(root, true)) ? root : top);
}

/** The top of the repository that a folder belongs to, or the folder itself. */
async function repositoryOf(root: string): Promise<string> {
  for (let folder = root; ; folder = dirname(folder)) {
    if (await stat(join(folder, '.git')).catch(() => null)) return folder;
    if (folder === dirname(folder)) return root;
  }
}

async function readRules(folder: string): Promise<Ignore | null> {
  const text = await readFile(join(folder, '.gitignore'), 'utf8').catch(() => null);
  return text === null ? null : ignore({ ignorecase: false }).add(text);
}
