import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { settingsOnDisk } from '../../../src/config/onDisk';
import { CONFIG_FILE } from '../../../src/protocol/config';

let top: string;
const at = (...parts: string[]) => path.join(top, ...parts);
beforeEach(() => {
  top = mkdtempSync(path.join(tmpdir(), 'attnscope-config-'));
  // A repository with another one in it, as a submodule has it.
  mkdirSync(at('.git'));
  mkdirSync(at('vendor/tool/docs'), { recursive: true });
  writeFileSync(at('vendor/tool/.git'), 'gitdir: elsewhere');
  mkdirSync(at('src/deep'), { recursive: true });
});
afterEach(() => rmSync(top, { recursive: true }));

const configure = (...parts: string[]) => writeFileSync(at(...parts, CONFIG_FILE), '{}');
const folderOf = async (file: string, root?: string) =>
  (await settingsOnDisk({ root: root === undefined ? undefined : at(root) }).of(at(file)))?.folder;

it('the nearest settings count, up to the top of the repository', async () => {
  configure();
  expect(await folderOf('src/deep/a.md')).toBe(top);
  configure('src');
  expect(await folderOf('src/deep/a.md')).toBe(at('src'));
  // Its own repository ends there: it is checked as it is checked alone.
  expect(await folderOf('vendor/tool/docs/a.md')).toBeUndefined();
});

it('of a repository in the folder that is open, the folder decides where the repository does not', async () => {
  configure();
  expect(await folderOf('vendor/tool/docs/a.md', '')).toBe(top);
  configure('vendor/tool');
  expect(await folderOf('vendor/tool/docs/a.md', '')).toBe(at('vendor/tool'));
});

it('where a part of a repository is open, the settings at its top still count', async () => {
  configure();
  expect(await folderOf('src/deep/a.md', 'src')).toBe(top);
});
