import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fileAtRevision } from '../../../../src/analysis/revisions/fileAtRevision';

const root = mkdtempSync(path.join(tmpdir(), 'attnscope-git-'));
const repository = path.join(root, 'a repository');
const at = (...parts: string[]) => path.join(repository, ...parts);
const git = (...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=Test', '-c', 'user.email=test@example.org', ...args], {
    cwd: repository,
    stdio: 'pipe',
  });

beforeAll(() => {
  mkdirSync(at('prompts'), { recursive: true });
  git('init', '--quiet');
  for (const [name, text] of [
    ['mail ü.prompt.md', 'Be brief.\r\n'],
    ['image.png', '\u0000\u0001'],
  ] as const)
    writeFileSync(at('prompts', name), text);
  git('-c', 'core.autocrlf=false', 'add', '.');
  git('commit', '--quiet', '-m', 'first');
  writeFileSync(at('prompts', 'mail ü.prompt.md'), 'Be very brief.\n');
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('a file at a revision', () => {
  it('is as that commit has it, byte for byte, also where the file or its folder are gone', async () => {
    const file = at('prompts', 'mail ü.prompt.md');
    expect(await fileAtRevision(file, 'HEAD')).toBe('Be brief.\r\n');
    rmSync(at('prompts'), { recursive: true });
    expect(await fileAtRevision(file, 'HEAD')).toBe('Be brief.\r\n');
  });

  it('is refused with what to do: no revision, no such file in it, no text, no repository', async () => {
    const file = at('prompts', 'mail ü.prompt.md');
    await expect(fileAtRevision(file, 'v9')).rejects.toThrow(/has no revision "v9"/);
    await expect(fileAtRevision(at('other.md'), 'HEAD')).rejects.toThrow(/"HEAD" has no file/);
    await expect(fileAtRevision(at('prompts', 'image.png'), 'HEAD')).rejects.toThrow(/not text/);
    await expect(fileAtRevision(path.join(root, 'a.md'), 'HEAD')).rejects.toThrow(/in no git repository/);
  });

  it.each(['', '--output=stolen', '-h', 'HEAD\n', 'HEAD:prompts'])(
    'takes no option or half a command for a revision: %j',
    async (revision) => {
      await expect(fileAtRevision(at('prompts', 'mail ü.prompt.md'), revision)).rejects.toThrow(/revision/);
    },
  );
});
