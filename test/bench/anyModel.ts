// Long prompts and quick re-runs on the bundled model, in one interleaved run: `tsx test/bench/anyModel.ts [part …]`, after
// `npm run build`. Prints one JSON document, then a table; nothing fails by a figure. ATTNSCOPE_BENCH_TOKENS and
// ATTNSCOPE_BENCH_ROUNDS make it shorter.
import { cpus, loadavg } from 'node:os';
import { edit } from './anyModel/edit';
import type { Part } from './anyModel/figures';
import { longPrompt } from './anyModel/longPrompt';
import { panning } from './anyModel/panning';
import { served } from './anyModel/served';

/** What is measured: another part is another entry. */
const parts: Readonly<Record<string, Part>> = { longPrompt, edit, panning, served };

async function main(): Promise<void> {
  const asked = process.argv.slice(2);
  const names = Object.keys(parts).filter((name) => asked.length === 0 || asked.includes(name));
  const figures = [];
  for (const name of names) figures.push(...(await parts[name]!()));
  const load = loadavg()[0]!;
  console.log(JSON.stringify({ cores: cpus().length, load, figures }));
  console.log(`\n${cpus().length} cores, load ${load.toFixed(1)}`);
  for (const { name, value, unit, goal = '' } of figures) {
    const digits = unit === 'x' ? 2 : unit === 's' || unit === 'ms' ? 1 : 0;
    console.log(`${name.padEnd(62)} ${value.toFixed(digits).padStart(8)} ${unit.padEnd(3)} ${goal}`);
  }
}

void main();
