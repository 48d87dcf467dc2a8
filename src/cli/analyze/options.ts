import { InvalidArgumentError, Option } from 'commander';
import type { OwnClassifier } from '../../analysis/classifySentences';
import { AttnscopeError } from '../../protocol/errors';

/** Scores that sentences can have. */
const SCORES = ['instruction', 'data', 'classifier', 'ablation'] as const;
export type ScoreName = (typeof SCORES)[number];

/** Those of a run where none are named: a classifier scores wherever it is given. */
const USUAL: readonly ScoreName[] = ['instruction', 'data', 'classifier'];

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
    'scores of each sentence: instruction and data (probes of the bundled model), classifier (that of --classifier), ablation (what leaving it out changes; a pass each)',
  )
    .argParser(readScores)
    .default(USUAL, 'instruction,data, and classifier where one is given');
}

/** `--classifier` and its label: a scorer of the person's own. */
export function classifierOptions(): [Option, Option] {
  return [
    new Option(
      '--classifier <folder>',
      'a sequence classifier of your own as a further score: config.json with id2label, tokenizer.json, model.onnx; it never warns',
    ),
    new Option('--classifier-label <name>', 'its label that means injection, where their names do not tell'),
  ];
}

/** What `--classifier`, its label and `--scores` ask for together; nothing where it is not to score. */
export function ownClassifier(asked: {
  scores: readonly ScoreName[];
  classifier?: string;
  classifierLabel?: string;
}): OwnClassifier | undefined {
  const { scores, classifier: path, classifierLabel: label } = asked;
  if (path !== undefined)
    return scores.includes('classifier') ? { path, ...(label && { label }) } : undefined;
  if (label === undefined && (scores === USUAL || !scores.includes('classifier'))) return undefined;
  throw new AttnscopeError(
    'bad-input',
    'A classifier is asked for, and none is given. Name its folder by --classifier.',
  );
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
