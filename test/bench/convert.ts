// What it takes to import a GGUF file: `tsx test/bench/convert.ts [FILE…]`. Without files some are made, of about
// 0.3 GB of random weights each. Medians of interleaved rounds, each in a process of its own.
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { importGguf } from '../../src/model/gguf/importGguf';
import { writeLargeGguf } from './largeGguf';

const ROUNDS = Number(process.env.ATTNSCOPE_BENCH_ROUNDS ?? 3);
const SIZES = { layers: 10, hidden: 2048, feedForward: 5632, vocab: 32_000 };
/** As llama.cpp mixes types: more bits for values and for what the feed-forward part adds. */
const MIXTURES: Record<string, (part: string) => string> = {
  Q4_K_M: (part) => (['token_embd', 'attn_v', 'ffn_down'].includes(part) ? 'Q6_K' : 'Q4_K'),
  Q5_K_M: (part) => (['token_embd', 'attn_v', 'ffn_down'].includes(part) ? 'Q6_K' : 'Q5_K'),
  Q2_K: (part) => (part === 'token_embd' ? 'Q6_K' : ['attn_v', 'ffn_down'].includes(part) ? 'Q3_K' : 'Q2_K'),
  IQ4_XS: (part) => (part === 'token_embd' ? 'Q6_K' : 'IQ4_XS'),
  Q8_0: () => 'Q8_0',
  F16: () => 'F16',
};

interface Cost {
  /** Wall and CPU seconds, and resident bytes at their most above those before. */
  seconds: number;
  cpu: number;
  memory: number;
}

/** One import, measured in this process. */
async function importOnce(file: string, folder: string): Promise<Cost> {
  const before = process.memoryUsage().rss;
  const [start, cpu] = [performance.now(), process.cpuUsage()];
  await importGguf(file, folder);
  const { user, system } = process.cpuUsage(cpu);
  return {
    seconds: (performance.now() - start) / 1e3,
    cpu: (user + system) / 1e6,
    memory: process.resourceUsage().maxRSS * 1024 - before,
  };
}

const median = (values: number[]) => [...values].sort((a, b) => a - b)[values.length >> 1]!;
const percent = (share: number) => `${(100 * share).toFixed(share < 0.01 ? 2 : 0)} %`;

async function main(given: string[]): Promise<void> {
  const work = mkdtempSync(path.join(tmpdir(), 'attnscope-convert-'));
  const files = given.map((file) => ({ name: path.basename(file), file, about: '' }));
  for (const [name, typeOf] of given.length > 0 ? [] : Object.entries(MIXTURES)) {
    const file = path.join(work, `${name}.gguf`);
    const { norms, inOrder } = await writeLargeGguf(file, SIZES, typeOf);
    const about = `; norms are ${percent(norms)} of it, what ONNX could read where it is ${percent(inOrder)}`;
    files.push({ name, file, about });
  }
  const costs = new Map<string, Cost[]>(files.map(({ name }) => [name, []]));
  const results = new Map<string, number>();
  const copies: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    for (const { name, file } of files) {
      const folder = path.join(work, 'imported');
      const told = execFileSync(process.execPath, [...process.execArgv, import.meta.filename], {
        env: { ...process.env, ATTNSCOPE_BENCH_IMPORT: JSON.stringify([file, folder]) },
        encoding: 'utf8',
      });
      costs.get(name)!.push(JSON.parse(told) as Cost);
      results.set(
        name,
        readdirSync(folder).reduce((sum, part) => sum + statSync(path.join(folder, part)).size, 0),
      );
      rmSync(folder, { recursive: true });
      const start = performance.now();
      copyFileSync(file, path.join(work, 'copy'));
      copies.push((performance.now() - start) / 1e3 / (statSync(file).size / 1e9));
    }
  }
  for (const { name, file, about } of files) {
    const { size } = statSync(file);
    const of = (key: keyof Cost) => median(costs.get(name)!.map((cost) => cost[key]));
    console.log(
      `${name}: ${(size / 1e6).toFixed(0)} MB, ${(of('seconds') / (size / 1e9)).toFixed(1)} s a GB (${(of('cpu') / (size / 1e9)).toFixed(1)} of CPU), memory ${percent(of('memory') / size)} of the file (${(of('memory') / 1e6).toFixed(0)} MB), result ${percent(results.get(name)! / size)} of it${about}`,
    );
  }
  console.log(
    `a plain copy: ${median(copies).toFixed(1)} s a GB; load average ${loadavg()[0]!.toFixed(1)}, ${ROUNDS} rounds`,
  );
  rmSync(work, { recursive: true });
}

async function start(): Promise<void> {
  const one = process.env.ATTNSCOPE_BENCH_IMPORT;
  if (one === undefined) return main(process.argv.slice(2));
  const [file, folder] = JSON.parse(one) as [string, string];
  console.log(JSON.stringify(await importOnce(file, folder)));
}

void start();
