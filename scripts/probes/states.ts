// States of chosen layers for many texts, from the product's own runtime and tokens, to fit probes on:
// `tsx scripts/probes/states.ts TEXTS.jsonl FOLDER [--layers 14,18,22] [--tokens 1024] [--threads 2]`.
//
// Each line of TEXTS is `{id, text, as?: 'raw' | 'user' | 'system'}` ("user" where absent; other fields are ignored).
// FOLDER gets `states.f16`, float16 little-endian `[row, layer, hidden]`, one row a token, and `index.jsonl`, one line
// a text: `{id, row, rows, starts, ends}`: its first row, how many, and where each token stands in the text (UTF-16
// code units; -1 for what the chat template wrote). `meta.json` says model and layers. A run that was broken off goes
// on where it stopped.
import { appendFileSync, closeSync, existsSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { ftruncateSync, writeFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { toFloat16 } from '../../src/probes/float16';
import { ReadAs } from '../../src/protocol/prompt';
import { bundledHash, HIDDEN, openStateModel } from './stateModel';

interface Line {
  id: string;
  text: string;
  as?: string;
}

interface Indexed {
  id: string;
  row: number;
  rows: number;
}

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    layers: { type: 'string', default: '14,18,22' },
    tokens: { type: 'string', default: '1024' },
    threads: { type: 'string', default: '2' },
  },
});

const linesOf = (file: string): string[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '');

async function main(texts: string, folder: string): Promise<void> {
  const layers = options.layers.split(',').map(Number);
  mkdirSync(folder, { recursive: true });
  const index = path.join(folder, 'index.jsonl');
  const model = await openStateModel(layers, Number(options.threads));
  const meta = JSON.stringify({
    model: await bundledHash(),
    layers,
    hidden: HIDDEN,
    tokens: Number(options.tokens),
  });
  const metaFile = path.join(folder, 'meta.json');
  if (existsSync(metaFile) && readFileSync(metaFile, 'utf8') !== meta)
    throw new Error(`${folder} holds states of another model, other layers or another limit.`);
  writeFileSync(metaFile, meta);

  const known = existsSync(index) ? linesOf(index).map((line) => JSON.parse(line) as Indexed) : [];
  const done = new Set(known.map(({ id }) => id));
  const last = known.at(-1);
  let row = last ? last.row + last.rows : 0;
  const rowBytes = layers.length * HIDDEN * 2;
  const file = openSync(
    path.join(folder, 'states.f16'),
    existsSync(path.join(folder, 'states.f16')) ? 'r+' : 'w',
  );
  // What was written of a text that the index does not have.
  ftruncateSync(file, row * rowBytes);

  const open = linesOf(texts)
    .map((line) => JSON.parse(line) as Line)
    .filter(({ id }) => !done.has(id));
  const started = performance.now();
  const firstRow = row;
  let said = started;
  for (const [i, { id, text, as = 'user' }] of open.entries()) {
    const { tokens } = await model.encode(text, ReadAs.parse(as), Number(options.tokens));
    const states = await model.states(tokens);
    const half = Uint16Array.from(states, toFloat16);
    writeSync(file, new Uint8Array(half.buffer), 0, half.byteLength, row * rowBytes);
    const starts = tokens.map(({ start }) => start ?? -1);
    const ends = tokens.map(({ end }) => end ?? -1);
    appendFileSync(index, `${JSON.stringify({ id, row, rows: tokens.length, starts, ends })}\n`);
    row += tokens.length;
    if (performance.now() - said > 10_000 || i === open.length - 1) {
      said = performance.now();
      const rate = ((row - firstRow) / ((said - started) / 1000)).toFixed(0);
      console.log(`${i + 1} of ${open.length} texts, ${row} rows, ${rate} tokens a second`);
    }
  }
  closeSync(file);
}

const [texts, folder] = positionals;
if (texts === undefined || folder === undefined)
  throw new Error('Say which texts, and the folder for their states.');
void main(texts, folder);
