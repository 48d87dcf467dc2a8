import {
  appendFileSync,
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openAlertLog } from '../../../src/alerts/alertLog';
import { alertSample } from './alertSample';
import { readAll, startWriter, writeWithin } from './writers';

let folder: string;
let log: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'attnscope-alerts-'));
  log = path.join(folder, 'logs', 'alerts.jsonl');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const line = (id: string, text?: string): string => JSON.stringify(alertSample({ id, text }));
const ids = (name: string, count: number): string[] =>
  Array.from({ length: count }, (_, i) => `${name}-${i}`);

describe('one writer', () => {
  it('makes the folder, and appends what is read back in order', async () => {
    const alerts = await openAlertLog(log, () => undefined);
    await Promise.all(ids('a', 5).map((id) => alerts.append(line(id, `ü\u2028 of ${id}`))));
    await (await openAlertLog(log, () => undefined)).append(line('again'));
    expect(await readAll(log)).toEqual({ ids: [...ids('a', 5), 'again'], bad: [] });
    expect(readdirSync(path.dirname(log))).toEqual(['alerts.jsonl']);
  });

  it('puts the log aside before it is too large, and keeps as many as are wanted', async () => {
    const bytes = line('a-0').length + 1;
    const alerts = await openAlertLog(log, () => undefined, { maxBytes: 2 * bytes, keep: 2 });
    for (const id of ids('a', 9)) await alerts.append(line(id));
    expect(readdirSync(path.dirname(log))).toHaveLength(3);
    expect((await readAll(log)).ids).toEqual(ids('a', 9).slice(4));
  });

  it('tells of half a line, and does not go on in it', async () => {
    let halves = 0;
    const alerts = await openAlertLog(log, () => (halves += 1));
    await alerts.append(line('a'));
    appendFileSync(log, line('b').slice(0, 40));
    await alerts.append(line('c'));
    await alerts.append(line('d'));
    expect(halves).toBe(1);
    const read = await readAll(log);
    expect(read.ids).toEqual(['a', 'c', 'd']);
    expect(read.bad).toEqual([
      '"alerts.jsonl", line 2, is no whole JSON: a crash or a full disk may have cut it short.',
    ]);
  });

  it('goes on where a holder of the lock was killed', async () => {
    const alerts = await openAlertLog(log, () => undefined);
    writeFileSync(`${log}.lock`, `${2 ** 22 + 1} ${hostname()} dead`);
    await alerts.append(line('a'));
    expect((await readAll(log)).ids).toEqual(['a']);
    expect(readdirSync(path.dirname(log))).toEqual(['alerts.jsonl']);
  });
});

describe('a log that cannot be written', () => {
  it('is refused with the reason when it is opened', async () => {
    const file = path.join(folder, 'file');
    writeFileSync(file, '');
    await expect(openAlertLog(path.join(file, 'alerts.jsonl'), () => undefined)).rejects.toThrow(
      /alerts\.jsonl" cannot be used\. A part of its path is a file/,
    );
    await expect(openAlertLog(folder, () => undefined)).rejects.toThrow('It is a folder. Name a file.');
  });

  it.skipIf(process.getuid?.() === 0 || process.platform === 'win32')('as by permission', async () => {
    chmodSync(folder, 0o500);
    await expect(openAlertLog(log, () => undefined)).rejects.toThrow('Access is denied');
  });

  it.skipIf(process.platform === 'win32')('because it is full takes no half line for an alert', async () => {
    const { stdout, stderr, status } = writeWithin(log, { name: 'a', count: 100 }, 8);
    expect(status).toBe(2);
    expect(stderr).toContain('The file may grow no further. Raise its limit');
    const announced = stdout.trim().split('\n');
    expect(announced.length).toBeGreaterThan(5);
    const full = await readAll(log);
    expect(full.ids).toEqual(announced);
    expect(full.bad.length).toBeLessThanOrEqual(1);
    // There is room again.
    const alerts = await openAlertLog(log, () => undefined);
    await alerts.append(line('later'));
    expect((await readAll(log)).ids).toEqual([...announced, 'later']);
  });
});

describe('several writers', () => {
  it('lose and mix nothing, whatever is put aside meanwhile', { timeout: 120_000 }, async () => {
    const writers = ['a', 'b'].map((name) =>
      startWriter(log, { name, count: 500, atOnce: 4, maxBytes: 40_000 }),
    );
    const announced = await Promise.all(writers.map(({ ended }) => ended));
    const { ids: read, bad } = await readAll(log);
    expect(bad).toEqual([]);
    for (const [at, name] of ['a', 'b'].entries()) {
      expect(announced[at]).toEqual(ids(name, 500));
      expect(read.filter((id) => id.startsWith(name))).toEqual(ids(name, 500));
    }
    expect(readdirSync(path.dirname(log)).length).toBeGreaterThan(5);
  });

  it('that are killed lose nothing that they announced', { timeout: 120_000 }, async () => {
    const announced: string[] = [];
    for (const [kill, after] of [3, 90, 170].entries()) {
      const writer = startWriter(log, { name: `k${kill}`, count: 200, atOnce: 3, maxBytes: 30_000 });
      writer.killAfter(after + Math.floor(Math.random() * 20));
      announced.push(...(await writer.ended));
    }
    const { ids: read, bad } = await readAll(log);
    expect(bad).toEqual([]);
    expect(announced.length).toBeGreaterThan(200);
    expect(announced.filter((id) => !read.includes(id))).toEqual([]);
    expect(new Set(read).size).toBe(read.length);
  });
});

it('reads as English what is missing in a line', async () => {
  await openAlertLog(log, () => undefined);
  appendFileSync(log, `${JSON.stringify({ ...alertSample(), score: 'high' })}\n\n[]\n${line('a')}\n`);
  const { ids: read, bad } = await readAll(log);
  expect(read).toEqual(['a']);
  expect(bad).toEqual([
    '"alerts.jsonl", line 1, is no alert: a field is missing or of the wrong type, "score".',
    expect.stringContaining('line 3, is no alert'),
  ]);
  expect(readFileSync(log, 'utf8')).toContain('"a"');
});
