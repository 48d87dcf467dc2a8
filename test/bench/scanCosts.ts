// What the rules cost: CPU per KB of clean prose, how it grows with the length, the worst text that a fuzzer finds, and the
// memory of many files. A table, then one line of JSON. `scan.ts` bundles and starts it.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { scanDocument } from '../../src/analysis/readDocument';
import { hardTexts } from './hardTexts';
import { worstText } from './worstText';

const ROUNDS = Number(process.env.ATTNSCOPE_BENCH_ROUNDS ?? 7);
/** Lengths of one text, MB, the longest of them that is tried, and seconds for the fuzzer. */
const LENGTHS_MB = [1, 4, 16, 100];
const LONGEST_MB = Number(process.env.ATTNSCOPE_BENCH_MB ?? 16);
const FUZZ_SECONDS = Number(process.env.ATTNSCOPE_BENCH_FUZZ_S ?? 20);
const FILES = [1_000, 40_000] as const;
const KB = 1024;
/** The project's folder. */
const root = process.argv[2]!;

const median = (values: number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1]!;

/** CPU of this process for a scan, in ms. Texts are read as Markdown. */
async function cpuOf(text: string): Promise<number> {
  const start = process.cpuUsage();
  await scanDocument({ text, path: 'page.md' });
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1_000;
}

/** CPU per KB, round by round. The first rounds, in which programs are compiled, are not counted. */
async function perKb(texts: readonly string[], rounds: number, warmUp = 1): Promise<number[]> {
  const size = texts.reduce((sum, text) => sum + text.length, 0) / KB;
  const times: number[] = [];
  for (let round = 0; round < warmUp + rounds; round++) {
    // Asked once a round: on some systems the question takes as long as a short text.
    const start = process.cpuUsage();
    for (const text of texts) await scanDocument({ text, path: 'page.md' });
    const { user, system } = process.cpuUsage(start);
    if (round >= warmUp) times.push((user + system) / 1_000 / size);
  }
  return times;
}

/** Pieces over and over, up to a length. */
const filled = (pieces: readonly string[], length: number): string =>
  pieces
    .join('')
    .repeat(Math.ceil(length / pieces.join('').length))
    .slice(0, length);

/** The project's own pages: prose with headings, lists, tables and some code. */
function pages(): string[] {
  const folder = path.join(root, 'docs');
  const names = readdirSync(folder).filter((name) => name.endsWith('.md') && name !== 'detection.md');
  return names.map((name) => readFileSync(path.join(folder, name), 'utf8'));
}

/** The most memory that the command line takes for a folder of so many files, in MB. */
function memoryOf(files: number, text: string): number {
  const folder = mkdtempSync(path.join(tmpdir(), 'attnscope-bench-'));
  for (let file = 0; file < files; file++) {
    const name = path.join(folder, `prompts/${file % 100}`);
    if (file < 100) mkdirSync(name, { recursive: true });
    writeFileSync(path.join(name, `${file}.prompt.md`), `${file}\n${text}`);
  }
  const hook = path.join(folder, 'hook.cjs');
  // What Linux calls the most of a process may be that of the one that started it; its status tells of its own.
  writeFileSync(
    hook,
    `process.on('exit', () => {
      let status = '';
      try { status = require('node:fs').readFileSync('/proc/self/status', 'utf8'); } catch {}
      console.error('rss ' + (/VmHWM:\\s+(\\d+)/.exec(status)?.[1] ?? process.resourceUsage().maxRSS));
    });`,
  );
  const { stderr } = spawnSync(
    process.execPath,
    [
      '--require',
      hook,
      path.join(root, 'dist/cli.js'),
      'scan',
      folder,
      '--format',
      'jsonl',
      '--fail-on',
      'never',
    ],
    { encoding: 'utf8', maxBuffer: 1 << 28 },
  );
  rmSync(folder, { recursive: true });
  return Number(/rss (\d+)/.exec(stderr)?.[1]) / KB;
}

async function main(): Promise<void> {
  const prose = pages();
  const all = prose.join('\n\n');
  const figures: Record<string, number> = {};
  const note = (name: string, value: number): void => {
    figures[name] = value;
    console.log(`${name.padEnd(64)} ${value.toFixed(4)}`);
  };
  console.log(`Medians of ${ROUNDS} rounds, load ${loadavg()[0]!.toFixed(1)}.`);
  const clean = await perKb(prose, 8 * ROUNDS, 4);
  note('clean prose, ms/KB', median(clean));
  // What else runs on the machine takes caches and time from it, but never gives it any.
  note('clean prose, least of all rounds, ms/KB', Math.min(...clean));
  for (const mb of LENGTHS_MB.filter((length) => length <= LONGEST_MB)) {
    const text = all.repeat(Math.ceil((mb * KB * KB) / all.length)).slice(0, mb * KB * KB);
    note(`${mb} MB of it in one text, ms/KB`, median(await perKb([text], 1)));
  }
  for (const [cause, pieces] of Object.entries(hardTexts)) {
    const [short, long] = [16, 256].map((size) => filled(pieces, size * KB));
    const once = Math.min(...(await perKb([short!], 5, 3)));
    note(`${cause}, ms/KB`, once);
    note('  256 KB of it to 16 KB, per KB', Math.min(...(await perKb([long!], 2, 0))) / once);
  }
  const worst = await worstText(cpuOf, FUZZ_SECONDS);
  note(`worst text in ${FUZZ_SECONDS} s, ms/KB`, worst.perKb);
  console.log(`It repeats ${JSON.stringify(worst.pieces)}.`);
  for (const files of FILES) note(`memory of ${files} files, MB`, memoryOf(files, all.slice(0, 1_000)));
  console.log(JSON.stringify({ figures, worst: worst.pieces, goals: { prose: 0.08, worst: 3, memory: 20 } }));
}

void main();
