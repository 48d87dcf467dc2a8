import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../../..');

/** Files of a folder and the folders in it, from the root of the project. */
const filesIn = (folder: string): string[] =>
  readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
const linesOf = (file: string): number =>
  readFileSync(path.join(root, file), 'utf8').trimEnd().split('\n').length;

it('no file of code has over 330 lines', () => {
  const code = ['src', 'webview', 'scripts', 'test']
    .flatMap(filesIn)
    .filter((file) => /\.(ts|mjs|css)$/.test(file));
  expect(code.filter((file) => linesOf(file) > 330)).toEqual([]);
});

it('the median file of src/ has under 90 lines', () => {
  const lengths = filesIn('src')
    .map(linesOf)
    .sort((a, b) => a - b);
  expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThan(90);
});

it('no folder of src/ holds more than 14 files of its own', () => {
  const own = new Map<string, number>();
  for (const file of filesIn('src')) own.set(path.dirname(file), (own.get(path.dirname(file)) ?? 0) + 1);
  expect([...own].filter(([, count]) => count > 14)).toEqual([]);
});

it('src/extension.ts builds and registers, in at most 60 lines', () => {
  expect(linesOf('src/extension.ts')).toBeLessThanOrEqual(60);
});
