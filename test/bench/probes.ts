// What the probes cost, medians of interleaved rounds in one process: `tsx test/bench/probes.ts`.
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { readDocument } from '../../src/analysis/readDocument';
import { createHandlers } from '../../src/inference/worker/handlers';
import type { ProbeName } from '../../src/protocol/requests/probes';

const ROUNDS = Number(process.env.ATTNSCOPE_BENCH_ROUNDS ?? 7);
/** Half of them author's text, half data: each probe has something to read. Makes about 512 tokens. */
const SENTENCES = 24;
const root = path.resolve(import.meta.dirname, '../..');
const bundled = path.join(root, 'media/model');

const median = (values: number[]) => [...values].sort((a, b) => a - b)[values.length >> 1]!;

/** A chat that begins anew with each number: what was read before must not help. */
async function prompt(number: number) {
  const said = (at: number) =>
    `Note ${number * 100 + at}: the ferry to the island leaves at nine, bring a coat.`;
  const lines = Array.from({ length: SENTENCES }, (_, at) => said(at));
  const half = SENTENCES >> 1;
  const text = JSON.stringify([
    { role: 'system', content: lines.slice(0, half).join('\n') },
    { role: 'user', content: 'Sum up.' },
    { role: 'tool', content: lines.slice(half).join('\n') },
  ]);
  return (await readDocument({ text, languageId: 'json' })).prompts[0]!;
}

async function main(): Promise<void> {
  const cacheFolder = mkdtempSync(path.join(tmpdir(), 'attnscope-bench-'));
  const settings = { cacheFolder, mapBytes: 0, probesFolder: path.join(root, 'media/probes') };
  const handlers = createHandlers(settings);
  const context = { progress: () => undefined, signal: new AbortController().signal };
  let number = 0;
  let tokens = 0;
  const analyze = async (names: ProbeName[]) => {
    const { input, sentences } = await prompt(++number);
    const start = performance.now();
    const read = await handlers.analyze(
      { model: bundled, input, spans: [], overflow: 'refuse', probe: { sentences, names } },
      context,
    );
    tokens = read.tokens.length;
    return performance.now() - start;
  };
  const runs: Record<string, () => Promise<number>> = {
    'no probe': () => analyze([]),
    'both probes': () => analyze(['instruction', 'data']),
    'warnings only': async () => {
      const { input, sentences } = await prompt(++number);
      const start = performance.now();
      await handlers.score({ model: bundled, input, sentences }, context);
      return performance.now() - start;
    },
  };
  const times = Object.fromEntries(Object.keys(runs).map((name) => [name, [] as number[]]));
  // The first round warms up and is not counted.
  for (let round = 0; round <= ROUNDS; round++) {
    for (const [name, run] of Object.entries(runs)) {
      const ms = await run();
      if (round > 0) times[name]!.push(ms);
    }
  }
  rmSync(cacheFolder, { recursive: true });
  const ratio = (a: string, b: string) => median(times[a]!.map((ms, round) => ms / times[b]![round]!));
  console.log(`${tokens} tokens, medians of ${ROUNDS} rounds, load ${loadavg()[0]!.toFixed(1)}`);
  for (const name of Object.keys(runs))
    console.log(`${name.padEnd(44)} ${median(times[name]!).toFixed(0)} ms`);
  for (const [name, a, goal] of [
    ['an analysis with both probes / without', 'both probes', '<= 1.05'],
    ['warnings only / an analysis', 'warnings only', '<= 0.8'],
  ] as const)
    console.log(`${name.padEnd(44)} ${ratio(a, 'no probe').toFixed(3)}      goal ${goal}`);
}

void main();
