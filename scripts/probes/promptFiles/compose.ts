// Composes the texts that the probe of prompt files is fitted on:
// `tsx scripts/probes/promptFiles/compose.ts CLEAN.jsonl ATTACKS.jsonl OUT.jsonl [--seed 1] [--each 1]
// [--beginnings 0]`.
//
// CLEAN: `{source, text}` honest prompt files; ATTACKS: `{source, text}` attack strings. OUT: `{id, source, text, as,
// plants, others, sentences}`, see src/calibration/plants/composeTexts.ts; each file is taken `--each` times. `--beginnings`: of so
// many files of each source the beginning is added as it is.
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { composeTexts, type Piece } from '../../../src/calibration/plants/composeTexts';
import { sentencesOf } from '../../../src/prompts/sentences';
import { randomFrom } from '../../../src/statistics/random';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string', default: '1' },
    each: { type: 'string', default: '1' },
    beginnings: { type: 'string', default: '0' },
  },
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
/** Longest beginning, UTF-16 code units. */
const BEGINNING = 3_200;
const taken = new Map<string, number>();
const beginnings = read(clean).flatMap(({ source, text: whole }) => {
  const count = (taken.get(source) ?? 0) + 1;
  taken.set(source, count);
  if (count > Number(options.beginnings)) return [];
  const text = whole.slice(0, BEGINNING);
  const sentences = sentencesOf(text).map(({ start, end }) => [start, end]);
  return [{ source, as: 'user', text, plants: [], others: [], sentences }];
});
const lines = [...rounds.flat(), ...beginnings].map((text, i) =>
  JSON.stringify({ id: `${options.seed}.${i}`, ...text }),
);
writeFileSync(out, `${lines.join('\n')}\n`);
console.log(`${lines.length} texts`);
