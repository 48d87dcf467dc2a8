import { spawn } from 'node:child_process';
import { cpSync, existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { expect, it } from 'vitest';
import { writeTinyTokenizer } from '../tinyModel';
import { cli, file, folder, root, run } from './runCli';

const LINES = 10_000;
const EVERY = 1_000;
/** Lines that are on their way at once: the reader of a stream does not wait for each. */
const AHEAD = 50;
const MB = 1024;

const mail = (at: number) =>
  JSON.stringify({
    id: at,
    mail: Array.from({ length: 3 + (at % 9) }, (_, i) => `w${3 + ((at * (i + 5)) % 37)}`).join(' '),
  });

/** Resident memory of a process and its children, in KiB. */
function residentOf(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
  const own = Number(/^VmRSS:\s+(\d+)/m.exec(status)![1]);
  return children
    .split(' ')
    .filter(Boolean)
    .reduce((sum, child) => sum + residentOf(Number(child)), own);
}

const watched = existsSync('/proc/self/status');
if (!watched) console.log('Skipped: this system does not tell how much memory a process holds in /proc.');

it.skipIf(!watched)('a long stream is checked in memory that does not grow', async () => {
  const model = path.join(folder, 'llama');
  cpSync(path.join(root, 'test/fixtures/language/llama'), model, { recursive: true });
  writeTinyTokenizer(model, false);
  file('template.txt', 'w3 {{mail}}');
  const of = ['--model', 'llama', '--template', 'template.txt', '--inputs', '-'];
  const normal = Array.from({ length: 60 }, (_, at) => mail(at)).join('\n');
  expect(run(['monitor', 'fit', ...of, '--out', 'normal.json'], normal).status).toBe(0);

  const args = ['monitor', 'check', '--baseline', 'normal.json', '--one-in', '50', ...of];
  const child = spawn(process.execPath, [cli, ...args], { cwd: folder, stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
  let sent = 0;
  const send = () => void (sent < LINES ? child.stdin.write(`${mail(sent++)}\n`) : child.stdin.end());
  for (let i = 0; i < AHEAD; i++) send();
  const resident: number[] = [];
  let answered = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    const told = JSON.parse(line) as { id: number; error?: string };
    expect([told.id, told.error]).toEqual([answered, undefined]);
    answered += 1;
    // At the last line the program may be gone already.
    if (answered % EVERY === 0 && answered < LINES) resident.push(residentOf(child.pid!));
    send();
  }
  expect(await ended).toBeLessThan(2);
  expect(answered).toBe(LINES);
  console.log(
    `RSS after each ${EVERY} lines, MiB: ${resident.map((kib) => Math.round(kib / MB)).join(', ')}`,
  );
  // The first thousands fill what the engine keeps anyway.
  expect(resident.at(-1)! - resident[2]!).toBeLessThan(40 * MB);
});
