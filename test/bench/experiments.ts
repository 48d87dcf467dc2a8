// Ratios of experiments on a prompt, medians of interleaved rounds: `tsx test/bench/experiments.ts`.
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { readDocument } from '../../src/analysis/readDocument';
import { createHandlers } from '../../src/inference/worker/handlers';
import { createFactStore } from '../../src/inference/worker/models/cacheFolder';
import { createModels } from '../../src/inference/worker/models/models';
import { decode } from '../../src/inference/worker/run/decode';
import { readToEnd } from '../../src/inference/worker/run/standing';

const SPANS = 10;
const WIDTH = 16;
const ROUNDS = Number(process.env.ATTNSCOPE_BENCH_ROUNDS ?? 5);
const STEPS = 8;
const bundled = path.resolve(import.meta.dirname, '../../media/model');
/** Makes about 512 tokens. */
const text = Array.from({ length: 32 }, (_, i) => `Note ${i}: the ferry leaves at nine, bring a coat.`).join(
  '\n',
);
/** One in the middle of each tenth of the prompt. */
const spansOf = (tokens: number) =>
  Array.from({ length: SPANS }, (_, i) => {
    const first = Math.floor(((i + 0.5) * tokens) / SPANS) - WIDTH / 2;
    return { first, end: first + WIDTH, controls: [] };
  });

const median = (values: number[]) => [...values].sort((a, b) => a - b)[values.length >> 1]!;

async function timed(run: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

async function main(): Promise<void> {
  const cacheFolder = mkdtempSync(path.join(tmpdir(), 'attnscope-bench-'));
  const facts = createFactStore(cacheFolder);
  const models = createModels({ facts, cacheFolder, threads: undefined });
  const quiet = () => undefined;
  const model = await models.held(bundled, quiet);
  const handlers = createHandlers({ cacheFolder });
  const context = { progress: quiet, signal: new AbortController().signal };
  const endIds = new Set<number>();
  // As in the panel, where a prompt has been analysed before it is changed.
  const { input } = (await readDocument({ text, languageId: 'plaintext' })).prompts[0]!;
  const { tokens } = await handlers.analyze(
    { model: bundled, input, spans: [], overflow: 'refuse' },
    context,
  );
  const ids = tokens.map(({ id }) => id);
  const spans = spansOf(ids.length);
  const standing = await readToEnd(model, { tokenIds: ids, goesOn: true });
  const runs: Record<string, () => Promise<unknown>> = {
    experiments: () =>
      Promise.resolve(
        handlers.counterfactual(
          { model: bundled, tokenIds: ids, spans, changes: ['remove'], continuation: 0 },
          context,
        ),
      ),
    // Each changed prompt from its first token on.
    naive: async () => {
      for (const { first, end } of spans)
        await readToEnd(model, { tokenIds: ids.toSpliced(first, end - first), goesOn: false });
    },
    // The last token of an answer is fed only for its attention.
    tokens: () => decode(model, standing, { count: STEPS + 1, endIds }),
    tokensWithAttention: () =>
      decode(model, standing, { count: STEPS, endIds, kinds: ['headMean', 'lastRow'] }),
  };
  const times = Object.fromEntries(Object.keys(runs).map((name) => [name, [] as number[]]));
  // The first round warms up and is not counted.
  for (let round = 0; round <= ROUNDS; round++) {
    for (const [name, run] of Object.entries(runs)) {
      const ms = await timed(run);
      if (round > 0) times[name]!.push(ms);
    }
  }
  rmSync(cacheFolder, { recursive: true });
  const ratio = (a: string, b: string) => median(times[a]!.map((ms, round) => ms / times[b]![round]!));
  console.log(`${ids.length} tokens, medians of ${ROUNDS} rounds, load ${loadavg()[0]!.toFixed(1)}`);
  for (const name of Object.keys(runs))
    console.log(`${name.padEnd(44)} ${median(times[name]!).toFixed(0)} ms`);
  for (const [name, a, b, goal] of [
    [`${SPANS} spans left out / the same read from the start`, 'experiments', 'naive', '<= 0.6'],
    ['a token with its attention / one without', 'tokensWithAttention', 'tokens', '<= 1.3'],
  ] as const)
    console.log(`${name.padEnd(44)} ${ratio(a, b).toFixed(3)}      goal ${goal}`);
}

void main();
