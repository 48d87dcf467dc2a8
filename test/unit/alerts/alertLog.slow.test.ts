import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openAlertLog } from '../../../src/alerts/alertLog';
import { alertSample } from './alertSample';
import { readAll, startWriter } from './writers';

let folder: string;
beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'attnscope-alerts-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('50 kills at random moments lose nothing that was announced, and leave no half line', async () => {
  const log = path.join(folder, 'alerts.jsonl');
  const announced: string[] = [];
  for (let kill = 0; kill < 50; kill++) {
    const writer = startWriter(log, { name: `k${kill}`, count: 200, atOnce: 3, maxBytes: 100_000 });
    writer.killAfter(Math.floor(Math.random() * 200));
    announced.push(...(await writer.ended));
  }
  const { ids, bad } = await readAll(log);
  const there = new Set(ids);
  process.stderr.write(`50 kills: ${announced.length} alerts announced, ${ids.length} in the log\n`);
  expect(announced.length).toBeGreaterThan(1000);
  expect(announced.filter((id) => !there.has(id))).toEqual([]);
  expect(there.size).toBe(ids.length);
  expect(bad).toEqual([]);
});

it('two processes lose and mix nothing of 10,000 alerts', async () => {
  const log = path.join(folder, 'alerts.jsonl');
  const writers = ['a', 'b'].map((name) =>
    startWriter(log, { name, count: 5000, atOnce: 4, maxBytes: 500_000 }),
  );
  const announced = await Promise.all(writers.map(({ ended }) => ended));
  const { ids, bad } = await readAll(log);
  expect(bad).toEqual([]);
  expect(ids).toHaveLength(10_000);
  for (const [at, name] of ['a', 'b'].entries())
    expect(ids.filter((id) => id.startsWith(name))).toEqual(announced[at]);
  expect(readdirSync(folder).length).toBeGreaterThan(10);
});

it('a disk that is full is told, and loses nothing that was announced', async ({ skip }) => {
  const disk = path.join(folder, 'disk');
  spawnSync('mkdir', [disk]);
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', disk]).status === 0;
  if (!mounted) {
    process.stderr.write('A small disk cannot be mounted here: the test of a full one is skipped.\n');
    return skip();
  }
  try {
    const log = path.join(disk, 'alerts.jsonl');
    const alerts = await openAlertLog(log, () => undefined);
    const announced: string[] = [];
    const filled = async (): Promise<void> => {
      for (let at = 0; ; at++) {
        await alerts.append(JSON.stringify(alertSample({ id: `f${at}` })));
        announced.push(`f${at}`);
      }
    };
    await expect(filled()).rejects.toThrow('The disk is full. Free some space');
    expect(announced.length).toBeGreaterThan(50);
    const full = await readAll(log);
    expect(full.ids.slice(0, announced.length)).toEqual(announced);
    spawnSync('mount', ['-o', 'remount,size=256k', disk]);
    await alerts.append(JSON.stringify(alertSample({ id: 'later' })));
    const later = await readAll(log);
    expect(later.ids.at(-1)).toBe('later');
    expect(later.ids.slice(0, announced.length)).toEqual(announced);
  } finally {
    spawnSync('umount', [disk]);
  }
});
