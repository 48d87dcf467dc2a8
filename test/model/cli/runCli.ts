import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect } from 'vitest';
import { describeRules } from '../../../src/detection/describeRules';

export const root = path.resolve(import.meta.dirname, '../../..');
export const cli = path.join(root, 'dist/cli.js');
export const example = path.join(root, 'media/examples/support-mail.prompt.md');

/** Where the program runs. */
export const folder = mkdtempSync(path.join(tmpdir(), 'attnscope-cli-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the program to its end. */
export function run(args: string[], input?: string | Buffer, timeout = 120_000) {
  const { status, stdout, stderr, signal } = spawnSync(process.execPath, [cli, ...args], {
    cwd: folder,
    encoding: 'utf8',
    timeout,
    maxBuffer: 1e9,
    ...(input === undefined ? { stdio: ['ignore', 'pipe', 'pipe'] as const } : { input }),
  });
  return { status, stdout, stderr, signal };
}

/** Writes a file where the program runs, and gives its name. */
export function file(name: string, content: string | Buffer): string {
  writeFileSync(path.join(folder, name), content);
  return name;
}

/** One plain paragraph that names what is wrong, and nothing on standard output. */
export function expectRefusal(got: ReturnType<typeof run>, says: RegExp): void {
  expect(got.stderr).toMatch(says);
  expect(got.stderr).not.toMatch(/\n\s*at .*[:(]\d+|node:internal|Error:/);
  expect(got.stderr.trim().split('\n')).toHaveLength(1);
  expect(got.stdout).toBe('');
  expect(got.status).toBe(2);
}

const rules = describeRules();
/** What rules say of themselves, the same whatever was found. */
const ownWords = JSON.stringify(rules).toLowerCase();

/** The first 12 characters in a row of a text that something written repeats, the product's own words aside. */
export function repeated(output: string, text: string): string | undefined {
  const written = rules.reduce((rest, { id }) => rest.replaceAll(id, '@'), output);
  for (let at = 0; at + 12 <= text.length; at += 1) {
    const part = text.slice(at, at + 12);
    if (written.includes(part) && !ownWords.includes(part.toLowerCase())) return part;
  }
  return undefined;
}
