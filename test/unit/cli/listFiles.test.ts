import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type * as nodeFs from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { listFiles } from '../../../src/cli/listFiles';

/** Folders of this name are closed, for the superuser too. */
const CLOSED = 'closed';

vi.mock('node:fs', async (original) => {
  const fs = await original<typeof nodeFs>();
  const readdir = (
    folder: string,
    options: object,
    done: (error: Error | null, entries: unknown) => void,
  ) => {
    if (path.basename(folder) === CLOSED) done(Object.assign(new Error(), { code: 'EACCES' }), undefined);
    else fs.readdir(folder, options as { withFileTypes: true }, done);
  };
  return { ...fs, readdir };
});

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'attnscope-list-'));
  for (const inside of ['a', 'a/b', CLOSED, `a/${CLOSED}`, `node_modules/${CLOSED}`]) {
    mkdirSync(path.join(folder, inside), { recursive: true });
    writeFileSync(path.join(folder, inside, 'AGENTS.md'), 'Be kind.');
    writeFileSync(path.join(folder, inside, 'other.md'), 'Be kind.');
  }
});
afterEach(() => rmSync(folder, { recursive: true }));

it('finds prompt files by name, and says which folders it could not look into', async () => {
  const { files, errors } = await listFiles([`${folder}/`, path.join(folder, 'a/other.md'), '-']);
  expect(files).toEqual([`${folder}/a/AGENTS.md`, `${folder}/a/b/AGENTS.md`, `${folder}/a/other.md`, '-']);
  expect(errors.map((error) => error.path).sort()).toEqual([`${folder}/a/${CLOSED}`, `${folder}/${CLOSED}`]);
  for (const { error } of errors) expect(error).toMatch(/closed" cannot be read: permission is denied/);
});

it('a folder that is named and closed is no empty folder', async () => {
  const closed = path.join(folder, CLOSED);
  expect(await listFiles([closed])).toMatchObject({ files: [], errors: [{ path: closed }] });
});

it('names what it finds in the current folder without a dot', async () => {
  const before = process.cwd();
  process.chdir(folder);
  try {
    const { files, errors } = await listFiles(['.']);
    expect(files).toEqual(['a/AGENTS.md', 'a/b/AGENTS.md']);
    expect(errors.map(({ path }) => path).sort()).toEqual([`a/${CLOSED}`, CLOSED]);
  } finally {
    process.chdir(before);
  }
});
