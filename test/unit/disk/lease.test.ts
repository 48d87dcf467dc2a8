import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { isLeased, takeLease } from '../../../src/disk/lease';

let folder: string;
beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'attnscope-lease-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const model = () => path.join(folder, 'model');
/** What a process of that id on that machine has left. */
const left = (pid: number, host: string): string => {
  const lease = `${model()}.${pid}.x.use`;
  writeFileSync(lease, host);
  return lease;
};

it('holds until it is ended, each by itself, and is of one thing alone', async () => {
  const [first, second] = [await takeLease(model()), await takeLease(model())];
  await first();
  expect(await isLeased(model())).toBe(true);
  expect(await isLeased(path.join(folder, 'mode'))).toBe(false);
  await second();
  expect(await isLeased(model())).toBe(false);
});

it('holds no longer where its process is gone, and is removed', async () => {
  left(2 ** 22 + 1, hostname());
  expect(await isLeased(model())).toBe(false);
  expect(readdirSync(folder)).toEqual([]);
});

it('of another machine holds for a day', async () => {
  const lease = left(2 ** 22 + 1, 'elsewhere.example');
  expect(await isLeased(model())).toBe(true);
  const before = Date.now() / 1000 - 90_000;
  utimesSync(lease, before, before);
  expect(await isLeased(model())).toBe(false);
});
