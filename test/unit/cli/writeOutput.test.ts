import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { writeOutput } from '../../../src/cli/writeOutput';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'attnscope-out-'));
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

it('makes the folders that are missing, and says where the file is', async () => {
  const told = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const file = path.join(folder, 'a/b/found.txt');
  await writeOutput(file, 'Nothing.\n');
  expect(readFileSync(file, 'utf8')).toBe('Nothing.\n');
  expect(told).toHaveBeenCalledExactlyOnceWith(`Written: ${file}\n`);
});

it.each([
  ['a folder of its path is a file', 'taken/b/found.txt'],
  ['the folder itself is a file', 'taken/found.txt'],
  ['the file is a folder', ''],
])('says so where %s', async (_, name) => {
  writeFileSync(path.join(folder, 'taken'), '');
  const file = path.join(folder, name);
  await expect(writeOutput(file, 'Nothing.\n')).rejects.toMatchObject({
    code: 'bad-input',
    message: expect.stringMatching(/cannot be written: (a part of its path is a file|it is a folder)/),
  });
  expect(existsSync(path.join(folder, 'a'))).toBe(false);
});
