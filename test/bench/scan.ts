// What the rules cost: CPU per KB of clean prose, how it grows with the length, the worst text that a fuzzer finds, and the
// memory of many files. A table, then one line of JSON: `tsx test/bench/scan.ts`, after a build.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { scanDocument } from '../../src/analysis/readDocument';
import { worstText } from './worstText';

const ROUNDS = Number(process.env.ATTNSCOPE_BENCH_ROUNDS ?? 7);
/** Longest text, MB, and seconds for the fuzzer. */
const LONGEST_MB = Number(process.env.ATTNSCOPE_BENCH_MB ?? 16);
const FUZZ_SECONDS = Number(process.env.ATTNSCOPE_BENCH_FUZZ_S ?? 20);
const FILES = [1_000, 40_000] as const;
const KB = 1024;
const root = path.resolve(import.meta.dirname, '../..');

const median = (values: number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1]!;

/** CPU of this process for a scan, in ms. Texts are read as Markdown. */
async function cpuOf(text: string): Promise<number> {
  const start = process.cpuUsage();
  await scanDocument({ text, path: 'page.md' });
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1_000;
}

async function perKb(texts: readonly string[], rounds: number): Promise<number> {
  const size = texts.reduce((sum, text) => sum + text.length, 0) / KB;
  const times: number[] = [];
  // The first round warms up and is not counted.
  for (let round = 0; round <= rounds; round++) {
    let sum = 0;
    for (const text of texts) sum += await cpuOf(text);
    if (round > 0) times.push(sum / size);
  }
  return median(times);
}

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
  writeFileSync(hook, "process.on('exit', () => console.error(`rss ${process.resourceUsage().maxRSS}`));");
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
    console.log(`${name.padEnd(44)} ${value.toFixed(4)}`);
  };
  console.log(`Medians of ${ROUNDS} rounds, load ${loadavg()[0]!.toFixed(1)}.`);
  note('clean prose, ms/KB', await perKb(prose, ROUNDS));
  for (let mb = 1; mb <= LONGEST_MB; mb *= 4) {
    const text = all.repeat(Math.ceil((mb * KB * KB) / all.length)).slice(0, mb * KB * KB);
    note(`${mb} MB of it in one text, ms/KB`, await perKb([text], 1));
  }
  const worst = await worstText(cpuOf, FUZZ_SECONDS);
  note(`worst text in ${FUZZ_SECONDS} s, ms/KB`, worst.perKb);
  console.log(`It repeats ${JSON.stringify(worst.pieces)}.`);
  for (const files of FILES) note(`memory of ${files} files, MB`, memoryOf(files, all.slice(0, 1_000)));
  console.log(JSON.stringify({ figures, worst: worst.pieces, goals: { prose: 0.08, worst: 3, memory: 20 } }));
}

void main();
