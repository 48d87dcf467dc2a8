import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createHandlers } from '../../../src/inference/worker/handlers';
import { infer } from '../../../src/inference/worker/served/infer';
import type { AskedOutput } from '../../../src/inference/worker/served/readAnswer';
import { servedAddress } from '../../../src/protocol/text/servedAddress';
import { bundled, median, numberOf, type Part, root, timed } from './figures';

const TOKENS = 256;
const LAYERS = 30;

/** Means over heads of a model on KServe's model server against its next logits alone; nothing where there is no server. */
export const served: Part = async () => {
  const python = process.env.ATTNSCOPE_PYTHON ?? 'python3';
  if (spawnSync(python, ['-c', 'import kserve, onnxruntime']).status !== 0) {
    console.log('Skipped: no Python with kserve and onnxruntime (name one in ATTNSCOPE_PYTHON).');
    return [];
  }
  const folder = mkdtempSync(path.join(tmpdir(), 'attnscope-bench-'));
  const handlers = createHandlers({ cacheFolder: path.join(folder, 'cache') });
  const context = { progress: () => undefined, signal: new AbortController().signal };
  const out = path.join(folder, 'means');
  await handlers.tap({ model: bundled, reduce: 'head-mean', out }, context);
  const port = await freePort();
  const program = path.join(root, 'test/oracle/kserveServer.py');
  const started = spawn(python, [program, out, String(port)], { stdio: ['ignore', 'ignore', 'pipe'] });
  await new Promise<void>((listening) =>
    started.stderr.on('data', (text) => /Uvicorn running/.test(String(text)) && listening()),
  );
  try {
    return await compare(`http://127.0.0.1:${port}/v2/models/means`);
  } finally {
    started.kill();
    rmSync(folder, { recursive: true, force: true });
  }
};

async function compare(model: string): ReturnType<Part> {
  const server = {
    ...{ address: servedAddress(model), token: undefined, certificates: undefined, limitMs: 300_000 },
  };
  const whole = (data: number[]) => ({ dtype: 'int64' as const, dims: [1, TOKENS], data });
  const places = Array.from({ length: TOKENS }, (_, at) => at);
  const inputs = {
    input_ids: whole(places.map((at) => (977 * at + 5) % 49_000)),
    attention_mask: whole(places.map(() => 1)),
    position_ids: whole(places),
  };
  const logits: AskedOutput = { name: 'next_logits', datatype: 'FP32', dims: [1, 1, null] };
  const means = Array.from({ length: LAYERS }, (_, layer): AskedOutput => {
    return { name: `attention_mean.${layer}`, datatype: 'FP32', dims: [1, 1, TOKENS, TOKENS] };
  });
  const ask = (outputs: AskedOutput[]) => timed(async () => void (await infer(server, inputs, outputs)));
  const rounds = numberOf('ATTNSCOPE_BENCH_ROUNDS', 7);
  const times: { logits: number; means: number }[] = [];
  for (let round = 0; round <= rounds; round++) {
    // Which of them goes first changes, as the machine may be slower for a while.
    const first = round % 2 === 0 ? await ask([logits]) : undefined;
    const both = await ask([logits, ...means]);
    const alone = first ?? (await ask([logits]));
    // The first round warms up.
    if (round > 0) times.push({ logits: alone, means: both });
  }
  const of = (what: 'logits' | 'means') => median(times.map((time) => time[what]));
  return [
    { name: 'served, 256 tokens: next logits alone', value: of('logits'), unit: 'ms' },
    { name: 'served, 256 tokens: means over heads of all layers too', value: of('means'), unit: 'ms' },
    {
      name: 'served: with means over heads / logits alone',
      value: median(times.map((time) => time.means / time.logits)),
      ...{ unit: 'x', goal: '<= 1.1' },
    },
  ];
}

function freePort(): Promise<number> {
  return new Promise((found) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => found(port));
    });
  });
}
