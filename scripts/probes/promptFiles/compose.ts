// Composes the texts that the probe of prompt files is fitted on:
// `tsx scripts/probes/promptFiles/compose.ts CLEAN.jsonl ATTACKS.jsonl OUT.jsonl [--seed 1] [--each 1]`.
//
// CLEAN: `{source, text}` honest prompt files; ATTACKS: `{source, text}` attack strings. OUT: `{id, source, text, as,
// plants, others, sentences}`, see src/calibration/plants/composeTexts.ts; each file is taken `--each` times.
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { composeTexts, type Piece } from '../../../src/calibration/plants/composeTexts';
import { randomFrom } from '../../../src/calibration/plants/random';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { seed: { type: 'string', default: '1' }, each: { type: 'string', default: '1' } },
});

const read = (file: string): Piece[] =>
  readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Piece);

const [clean, attacks, out] = positionals;
if (clean === undefined || attacks === undefined || out === undefined)
  throw new Error('Say which clean files, which attacks, and where to write.');
const random = randomFrom(Number(options.seed));
const rounds = Array.from({ length: Number(options.each) }, () =>
  composeTexts(random, read(clean), read(attacks)),
);
const lines = rounds.flat().map((text, i) => JSON.stringify({ id: `${options.seed}.${i}`, ...text }));
writeFileSync(out, `${lines.join('\n')}\n`);
console.log(`${lines.length} texts`);
