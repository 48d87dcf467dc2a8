// Ratios of the inference process, medians of interleaved runs: `tsx test/bench/inference.ts`. Set
// ATTNSCOPE_BENCH_PYTHON to a Python with torch, transformers and gguf to compare with PyTorch.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { createFactStore } from '../../src/inference/worker/models/cacheFolder';
import { loadModel } from '../../src/inference/worker/models/loadModel';
import { findModel } from '../../src/model/files/modelFolder';
import { outputsOf, runPrompt } from '../../src/inference/worker/run/promptRun';

const TOKENS = 512;
const ROUNDS = 9;
const LAYERS = 30;
const bundled = path.resolve(import.meta.dirname, '../../media/model');
const ids = Array.from({ length: TOKENS }, (_, i) => 100 + ((i * 7_919) % 40_000));

type Timed = () => Promise<number>;

async function timed(run: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

const ints = (values: number[]) =>
  new Tensor('int64', BigInt64Array.from(values, BigInt), [1, values.length]);

/** The model as it is, fed tokens after a cache. */
function feeds(tokens: number[], cache: (layer: number, kind: string) => Tensor, past: number) {
  const all: Record<string, Tensor> = {
    input_ids: ints(tokens),
    attention_mask: ints(new Array<number>(past + tokens.length).fill(1)),
    position_ids: ints(tokens.map((_, i) => past + i)),
  };
  for (let layer = 0; layer < LAYERS; layer++) {
    for (const kind of ['key', 'value']) all[`past_key_values.${layer}.${kind}`] = cache(layer, kind);
  }
  return all;
}

async function plainRuns(): Promise<{ forward: Timed; oneMore: Timed }> {
  const session = await InferenceSession.create(path.join(bundled, 'model.onnx'));
  const empty = () => new Tensor('float32', new Float32Array(0), [1, 3, 0, 64]);
  const whole = feeds(ids, empty, 0);
  const { logits: _, ...present } = await session.run(whole);
  const next = feeds([ids[0]!], (layer, kind) => present[`present.${layer}.${kind}`] as Tensor, TOKENS);
  return {
    forward: () => timed(() => session.run(whole, ['logits'])),
    oneMore: () => timed(() => session.run(next, ['logits'])),
  };
}

async function tappedRun(cacheFolder: string): Promise<Timed> {
  const model = await loadModel(
    await findModel(bundled),
    {
      facts: createFactStore(cacheFolder),
      cacheFolder,
      threads: undefined,
    },
    () => undefined,
  );
  const layers = model.layers.map((_, layer) => layer);
  const chunks = [{ first: 0, end: TOKENS }];
  const means = outputsOf(model, 'headMean', layers);
  return () => timed(() => runPrompt(model, ids, chunks, means, () => undefined));
}

/** PyTorch in a process of its own; `undefined` where no Python is named or it lacks what it needs. */
async function eagerRun(): Promise<{ run: Timed; about: string; end: () => void } | undefined> {
  const python = process.env.ATTNSCOPE_BENCH_PYTHON;
  if (!python) return undefined;
  const script = path.join(import.meta.dirname, 'eagerForward.py');
  const child = spawn(python, [script], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const answer = async () => (await lines.next()).value as string | undefined;
  child.stdin.on('error', () => undefined);
  child.stdin.write(`${JSON.stringify(ids)}\n`);
  const about = await answer();
  if (about === undefined) return undefined;
  const run = async () => {
    child.stdin.write('run\n');
    return Number(await answer());
  };
  return { run, about, end: () => child.stdin.end() };
}

const median = (values: number[]) => [...values].sort((a, b) => a - b)[values.length >> 1]!;

async function main(): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'attnscope-bench-'));
  const plain = await plainRuns();
  const eager = await eagerRun();
  const runs: Record<string, Timed> = {
    plain: plain.forward,
    headMeans: await tappedRun(folder),
    oneMore: plain.oneMore,
    ...(eager ? { eager: eager.run } : {}),
  };
  const times = Object.fromEntries(Object.keys(runs).map((name) => [name, [] as number[]]));
  // The first round warms up and is not counted.
  for (let round = 0; round <= ROUNDS; round++) {
    for (const [name, run] of Object.entries(runs)) {
      const ms = await run();
      if (round > 0) times[name]!.push(ms);
    }
  }
  eager?.end();
  rmSync(folder, { recursive: true });

  const ms = (name: string) => median(times[name] ?? [NaN]);
  /** Quartile distance over median of one measure: how restless the machine was. */
  const spread = (name: string) => {
    const sorted = [...times[name]!].sort((a, b) => a - b);
    return (sorted[Math.floor(sorted.length * 0.75)]! - sorted[Math.floor(sorted.length * 0.25)]!) / ms(name);
  };
  /** Median of the ratios of each round, so that a machine that slows down does so for both. */
  const ratio = (a: string, b: string) =>
    median((times[a] ?? [NaN]).map((value, round) => value / times[b]![round]!));
  const ratios = [
    { measure: 'head means / plain forward', ratio: ratio('headMeans', 'plain'), goal: '<= 1.05' },
    { measure: 'PyTorch eager / head means', ratio: ratio('eager', 'headMeans'), goal: '>= 1.3' },
    { measure: 'one more token / fresh run', ratio: ratio('oneMore', 'plain'), goal: '<= 0.08' },
  ];
  console.log(
    JSON.stringify({
      tokens: TOKENS,
      rounds: ROUNDS,
      cores: cpus().length,
      load: loadavg()[0],
      eager: eager?.about ?? null,
      medianMs: Object.fromEntries(Object.keys(runs).map((name) => [name, ms(name)])),
      spread: Object.fromEntries(Object.keys(runs).map((name) => [name, spread(name)])),
      ratios: Object.fromEntries(ratios.map(({ measure, ratio }) => [measure, ratio])),
    }),
  );
  console.log(
    `\n${TOKENS} tokens, medians of ${ROUNDS} interleaved rounds, load ${loadavg()[0]!.toFixed(1)}`,
  );
  for (const name of Object.keys(runs)) {
    console.log(
      `${name.padEnd(28)} ${ms(name).toFixed(0).padStart(7)} ms   spread ${(100 * spread(name)).toFixed(0)} %`,
    );
  }
  for (const { measure, ratio, goal } of ratios) {
    const shown = Number.isNaN(ratio) ? 'not run' : ratio.toFixed(3);
    console.log(`${measure.padEnd(28)} ${shown.padStart(7)}      goal ${goal}`);
  }
}

void main();
