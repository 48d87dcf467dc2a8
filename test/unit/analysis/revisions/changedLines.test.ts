import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { changesSince, isChanged } from '../../../../src/analysis/revisions/changedLines';

const root = mkdtempSync(path.join(tmpdir(), 'attnscope-changes-'));
const at = (...parts: string[]) => path.join(root, ...parts);
const git = (...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=Test', '-c', 'user.email=test@example.org', ...args], {
    cwd: root,
    stdio: 'pipe',
    encoding: 'utf8',
  });
const commit = (message: string) => {
  git('add', '.');
  git('commit', '--quiet', '-m', message);
};

const lines = (...texts: string[]) => texts.map((text) => `${text}\n`).join('');

beforeAll(() => {
  git('init', '--quiet', '--initial-branch=main');
  mkdirSync(at('a folder'));
  writeFileSync(at('a folder', 'ü [1].md'), lines('one', 'two', 'three', 'four'));
  writeFileSync(at('same.md'), 'same\n');
  writeFileSync(at('wide.md'), Buffer.from('\ufeffone\ntwo\n', 'utf16le'));
  commit('first');
  git('branch', 'work');
  // The main branch goes on: what is new there is no change of ours.
  writeFileSync(at('same.md'), 'same\nfrom main\n');
  commit('second');
  git('checkout', '--quiet', 'work');
  writeFileSync(at('a folder', 'ü [1].md'), lines('one', 'TWO', '@@ -1 +1 @@', 'four'));
  commit('ours');
  writeFileSync(at('a folder', 'ü [1].md'), lines('one', 'TWO', '@@ -1 +1 @@', '++ four', 'five'));
  writeFileSync(at('wide.md'), Buffer.from('\ufeffone\n2\n', 'utf16le'));
  writeFileSync(at('new.md'), 'new\n');
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

it('are those since the branches parted, not yet committed ones included', async () => {
  const changes = await changesSince(at('a folder'), 'main');
  expect(await changes.of(at('a folder', 'ü [1].md'))).toEqual([{ first: 2, count: 4 }]);
  expect(await changes.of(at('same.md'))).toBeUndefined();
});

it('are all of a file that is new, or that git does not compare by lines', async () => {
  const changes = await changesSince(root, 'main');
  expect(await changes.of(at('new.md'))).toBe('all');
  expect(await changes.of(at('wide.md'))).toBe('all');
});

it('hold a place that touches them, and one over a gap', () => {
  const text = lines('one', 'two', 'three', 'four');
  const place = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
  const second = isChanged(text, [{ first: 2, count: 1 }]);
  expect(second(place('two'))).toBe(true);
  expect(second(place('one\ntwo'))).toBe(true);
  expect(second(place('one'))).toBe(false);
  expect(second(place('three'))).toBe(false);
  const gap = isChanged(text, [{ first: 2, count: 0 }]);
  expect(gap(place('two\nthree'))).toBe(true);
  expect(gap(place('two'))).toBe(false);
  expect(gap(place('three'))).toBe(false);
});

it('of a text with other line ends than git knows are found by those that it knows', () => {
  const text = 'one\rstill one\r\ntwo\n';
  const second = isChanged(text, [{ first: 2, count: 1 }]);
  expect(second({ start: text.indexOf('still'), end: text.indexOf('still') + 5 })).toBe(false);
  expect(second({ start: text.indexOf('two'), end: text.indexOf('two') + 3 })).toBe(true);
});

it.each(['', '-x', '--output=x', 'nope', 'a\nb'])('are refused for %j as a revision', async (revision) => {
  await expect(changesSince(root, revision)).rejects.toThrow(/revision/);
});

it('are refused where there is no repository', async () => {
  await expect(changesSince(tmpdir(), 'main')).rejects.toThrow(/in no git repository/);
});
