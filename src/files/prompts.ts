import { open } from 'node:fs/promises';
import { basename, isAbsolute, join, relative, resolve } from 'node:path';
import { grammarOf, LONGEST_PROGRAM, mayHoldPrompts } from '../prompts/code/languages';
import { isPromptFile } from '../prompts/files/isPromptFile';
import { hasSign, lookedAtFor } from '../prompts/files/signs';
import type { FileKind } from './listing';

/** Prompts, by the names that agents give to their files. */
export const prompts: FileKind = {
  globs: ['**/*'],
  isOne: async (folder, inside) => {
    const path = join(folder, inside);
    const named = isPromptFile(`${placeOf(folder)}/${inside}`);
    if (named === true) return true;
    if (typeof named === 'string')
      return beginsAs(path, lookedAtFor(named), (start) => hasSign(start, named));
    return grammarOf({ path: inside }) !== undefined && beginsAs(path, LONGEST_PROGRAM, mayHoldPrompts);
  },
  none: (folder, { ignored = true }) =>
    `No prompt was recognised in ${folder} by the names of its files, such as AGENTS.md, CLAUDE.md, SKILL.md, ` +
    '*.prompt.md, .cursor/rules, mcp.json, system_prompt.txt or texts in prompts/, or by what programs hand to a model ' +
    '(docs/prompts.md has the whole list). Name a file to scan it whatever it is called, or include others, as --include "**/*.txt" does.' +
    (ignored ? ' What .gitignore files name was left out; --no-ignore looks there too.' : ''),
};

/** The folder as the names of files below it are looked at: what was named of its path, at least its own name. */
function placeOf(folder: string): string {
  const asNamed = relative('.', folder).replaceAll('\\', '/');
  const isBelow = asNamed !== '' && !asNamed.startsWith('..') && !isAbsolute(folder);
  return isBelow ? asNamed : basename(resolve(folder));
}

/** What the first bytes of a file say. One that cannot be read is kept: reading it tells why. */
async function beginsAs(path: string, bytes: number, is: (start: string) => boolean): Promise<boolean> {
  const file = await open(path).catch(() => null);
  if (file === null) return true;
  try {
    const length = Math.min(bytes, (await file.stat()).size);
    const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(length) });
    return is(buffer.toString('utf8', 0, bytesRead));
  } catch {
    return true;
  } finally {
    await file.close();
  }
}
