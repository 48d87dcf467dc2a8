import { InvalidArgumentError, Option } from 'commander';

/** Scores that sentences can have. */
const SCORES = ['instruction', 'data', 'ablation'] as const;
export type ScoreName = (typeof SCORES)[number];

/** A place of a text as people count: both from 1, the column in UTF-16 code units. */
export interface LinePlace {
  line: number;
  column: number;
}

/** A range of a text, its end left out. */
export interface LineRange {
  from: LinePlace;
  to: LinePlace;
}

/** `--scores`: what sentences are scored by. */
export function scoresOption(): Option {
  return new Option(
    '--scores <list>',
    'scores of each sentence: instruction and data (probes of the bundled model), ablation (what leaving it out changes; a pass each)',
  )
    .argParser(readScores)
    .default(['instruction', 'data'], 'instruction,data');
}

/** `--generate`: how many tokens the model answers. */
export function generateOption(): Option {
  return new Option('--generate <tokens>', 'let the model answer with at most so many tokens').argParser(
    (text) => {
      const count = Number(text);
      if (!Number.isSafeInteger(count) || count < 1)
        throw new InvalidArgumentError('Give a whole number from 1 on.');
      return count;
    },
  );
}

/** `--counterfactual`: a passage that is removed, masked and replaced. */
export function counterfactualOption(): Option {
  return new Option(
    '--counterfactual <range>',
    'what changes where this passage is removed, masked or replaced, as LINE:COL-LINE:COL',
  ).argParser(readRange);
}

/** `--lens`: a token, after which each layer is asked for the next word. */
export type LensPlace = 'last' | number | LinePlace;

export function lensOption(): Option {
  return new Option(
    '--lens <position>',
    'what each layer would say next after a token: its number from 0, LINE:COL, or last',
  ).argParser((text): LensPlace => {
    if (text === 'last') return text;
    if (/^\d{1,9}$/.test(text)) return Number(text);
    const [, line, column] = (/^(\d{1,9}):(\d{1,9})$/.exec(text) ?? []).map(Number);
    if (line && column) return { line, column };
    throw new InvalidArgumentError('Give the number of a token from 0, LINE:COL from 1, or last.');
  });
}

function readScores(text: string): ScoreName[] {
  const names = text.split(',').map((name) => name.trim());
  const unknown = names.find((name) => !(SCORES as readonly string[]).includes(name));
  if (unknown !== undefined) throw new InvalidArgumentError(`Choose from ${SCORES.join(', ')}.`);
  return names as ScoreName[];
}

function readRange(text: string): LineRange {
  const [, ...numbers] = /^(\d{1,9}):(\d{1,9})-(\d{1,9}):(\d{1,9})$/.exec(text) ?? [];
  const [fromLine, fromColumn, toLine, toColumn] = numbers.map(Number);
  if (!fromLine || !fromColumn || !toLine || !toColumn)
    throw new InvalidArgumentError('Write it as LINE:COL-LINE:COL, both from 1, such as 3:1-3:58.');
  return { from: { line: fromLine, column: fromColumn }, to: { line: toLine, column: toColumn } };
}
