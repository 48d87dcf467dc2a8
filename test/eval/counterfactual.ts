// Prints how much planted passages change what the bundled model says next, beside other passages of their length:
// (built before) `tsx test/eval/counterfactual.ts [FILE]`. Never fails; skips with a line where the labelled prompts are absent.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { analyze } from '../../src/analysis/analyze';
import { readDocument } from '../../src/analysis/readDocument';
import { controlsSpreadOut, ownPassage } from '../../src/attention/counterfactual/passages';
import { createInferenceClient } from '../../src/inference/client/createInferenceClient';
import { tokensOfRange } from '../../src/model/tokens/tokenRanges';
import { Change } from '../../src/protocol/requests/counterfactual';

const root = path.resolve(import.meta.dirname, '../..');
const beside = path.join(root, '../shared/eval/prompts-open.jsonl.gz');
const ROWS = Number(process.env.ATTNSCOPE_EVAL_ROWS ?? 40);
/** In UTF-16 code units. */
const LONGEST = 1_500;

interface Row {
  text: string;
  span?: [start: number, end: number];
}

const median = (values: number[]) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? NaN;

async function main(file: string): Promise<void> {
  const lines = gunzipSync(readFileSync(file)).toString('utf8').trimEnd().split('\n');
  const rows = lines
    .map((line) => JSON.parse(line) as Row)
    .filter(({ text, span }) => span && text.length <= LONGEST && span[1] - span[0] < text.length / 3);
  // Spread over the file, so that many sources are among them.
  const chosen = Array.from({ length: ROWS }, (_, i) => rows[Math.floor((i * rows.length) / ROWS)]!);
  const model = path.join(root, 'media/model');
  const client = createInferenceClient({ childPath: path.join(root, 'dist/inference.js') });
  const found = Change.options.map((change) => ({
    ...{ change, passages: [] as number[], controls: [] as number[], first: 0, rows: 0 },
  }));
  for (const { text, span } of chosen) {
    const { result } = await analyze(client, {
      ...{ text, model, overflow: 'refuse', toolVersion: '0' },
      read: () => readDocument({ text, as: 'user' }),
    });
    const covered = tokensOfRange(result.tokens, { start: span![0], end: span![1] });
    const passage = covered && ownPassage(result.tokens, covered);
    if (!passage) continue;
    const { spans } = await client.request('counterfactual', {
      ...{ model, tokenIds: result.tokens.map(({ id }) => id), continuation: 0 },
      spans: [{ ...passage, controls: controlsSpreadOut(result, passage, [], 3) }],
      changes: [...Change.options] as [Change, ...Change[]],
    });
    for (const [at, { effect, controls }] of spans[0]!.changes.entries()) {
      const own = found[at]!;
      if (!effect || controls.length === 0) continue;
      own.rows += 1;
      own.passages.push(effect.kl);
      own.controls.push(...controls.map(({ kl }) => kl));
      if (controls.every(({ kl }) => kl < effect.kl)) own.first += 1;
    }
  }
  client.dispose();
  console.log('change    rows  median KL planted  median KL controls  planted above all its controls');
  for (const { change, rows: n, passages, controls, first } of found)
    console.log(
      `${change.padEnd(9)} ${String(n).padStart(4)}  ${median(passages).toFixed(3).padStart(17)}  ${median(controls).toFixed(3).padStart(18)}  ${(first / n).toFixed(2)}`,
    );
}

const file = process.argv[2] ?? beside;
if (existsSync(file)) void main(file);
else console.log(`skipped: there are no labelled prompts at ${file}`);
