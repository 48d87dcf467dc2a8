import { pick } from '../../../src/calibration/plants/random';
import { sentencesOf } from '../../../src/prompts/sentences';
import type { SourceRange } from '../../../src/protocol/prompt';
import { type Random, randomFrom, shuffled } from '../../../src/statistics/random';
import { cut, type EvalSet, type EvalTask, type EvalText, readLines, readShared, type Row } from './evalText';
import twins from './twins.json';

/** Attack strings that no probe of data was fitted on: how many windows of each, and their share among documents. */
const ATTACKS = [
  { source: 'BIPIA:text', windows: 80, documents: 0.4 },
  { source: 'InjecAgent:base', windows: 60, documents: 0.3 },
  { source: 'AgentDyn:direct', windows: 36, documents: 0.15 },
  { source: 'spikee:targeted-document', windows: 30, documents: 0.15 },
];
/** The mails around its attacks are part of them: such a text without the attack is no clean twin. */
const WITHOUT_TWINS = 'AgentDyn:direct';
/** What somebody else has to decode first: work of the rules. */
const ENCODED = new Set([
  'Base Encoding',
  'Substitution Ciphers',
  'Reverse Text',
  'Emoji Substitution',
  'Space Removal & Grouping',
]);

/** About 160 tokens. */
const WINDOW = 560;
const CONTEXTS = 70;
/** Documents that are read once more with a plant. */
const PLANTED_DOCUMENTS = 80;

/** A clean text of a source that no probe was fitted on, as `scripts/probes/data/documents.py` gathers them. */
interface Document {
  source: string;
  text: string;
}

/**
 * Mails, pages and results of tools, of sources that the probe was not fitted on: windows with twins, and, where there
 * is a file of clean documents, whole documents. `null` where the texts are absent.
 */
export function untrusted(share: number, file: string): EvalTask | null {
  const open = readShared<Row>('eval/prompts-open.jsonl.gz');
  const field = readShared<Row>('eval/prompts-field.jsonl.gz');
  if (!open || !field) return null;
  const random = randomFrom(37);
  const rows = [...open, ...field].filter(({ family }) => !ENCODED.has(family ?? ''));
  const documents = readLines<Document>(file) ?? [];
  const taken = shuffled(random, documents).slice(0, Math.round(share * documents.length));
  const contexts = shuffled(
    random,
    open.filter(({ source }) => source === 'BIPIA contexts (clean)'),
  ).slice(0, Math.round(share * CONTEXTS));
  const sets = [windows(random, rows, [...contexts, ...taken], share)];
  if (taken.length > 0) sets.push(wholeDocuments(random, rows, taken, Math.round(share * PLANTED_DOCUMENTS)));
  return { sets, training: training() };
}

const attacksOf = (rows: readonly Row[], of: string): Required<Pick<Row, 'text' | 'span'>>[] =>
  rows.flatMap(({ source, text, span }) =>
    source === of && span ? [{ text, span: trimmed(text, span) }] : [],
  );

function windows(random: Random, rows: readonly Row[], natural: readonly Document[], share: number): EvalSet {
  const texts = ATTACKS.flatMap(({ source, windows: count }) =>
    shuffled(random, attacksOf(rows, source))
      .slice(0, Math.round(share * count))
      .flatMap((attack, i) => withTwins(random, source, `${source} ${i}`, around(attack))),
  );
  const clean = natural.map(({ source, text }, i): EvalText => {
    const from = text.length > WINDOW ? Math.floor(random() * (text.length - WINDOW)) : 0;
    return { source, text: cut(text, from, WINDOW), as: asOf(random), kind: 'clean', twin: `natural ${i}` };
  });
  return {
    name: 'untrusted data, windows',
    unit: 'window',
    probe: 'data',
    tokens: 220,
    texts: [...texts, ...clean],
  };
}

/** A window with an injection, and the same with an order to people, sometimes with a statement, in its place. */
function withTwins(
  random: Random,
  source: string,
  twin: string,
  { text, span: [start, end] }: Required<Pick<Row, 'text' | 'span'>>,
): EvalText[] {
  const same = { source, as: asOf(random), twin };
  const planted: EvalText = { ...same, text, kind: 'planted', span: { start, end } };
  if (source === WITHOUT_TWINS) return [planted];
  const instead = (said: string): string => text.slice(0, start) + said + text.slice(end);
  const orders: EvalText = { ...same, text: instead(pick(random, twins.orders)), kind: 'orders' };
  if (random() >= 0.3) return [planted, orders];
  return [planted, orders, { ...same, text: instead(pick(random, twins.statements)), kind: 'statements' }];
}

/** Whole documents, and some of them once more with something said to an AI between two of its sentences. */
function wholeDocuments(
  random: Random,
  rows: readonly Row[],
  documents: readonly Document[],
  planted: number,
): EvalSet {
  const strings = ATTACKS.map(({ source }) => ({
    source,
    texts: [...new Set(attacksOf(rows, source).map(({ text, span }) => text.slice(...span)))],
  }));
  const texts = documents.flatMap(({ source, text }, i): EvalText[] => {
    const same = { as: asOf(random), twin: `document ${i}` };
    const clean: EvalText = { ...same, source, text, kind: 'clean' };
    if (i % 2 === 1 || i >= 2 * planted) return [clean];
    let draw = random();
    const at = ATTACKS.findIndex(({ documents: share }) => (draw -= share) < 0);
    const attack = strings[Math.max(0, at)]!;
    const withPlant = plantBetween(random, text, pick(random, attack.texts));
    return [clean, { ...same, ...withPlant, source: attack.source, kind: 'planted' }];
  });
  return { name: 'untrusted data, documents', unit: 'document', probe: 'data', tokens: 3_000, texts };
}

/** In the paragraph, or where a line ends on a line of its own. */
function plantBetween(random: Random, text: string, said: string): { text: string; span: SourceRange } {
  const ends = sentencesOf(text).map(({ end }) => end);
  const at = ends.length > 0 ? pick(random, ends) : text.length;
  const glue = text[at] === '\n' || at === text.length ? '\n' : ' ';
  const before = text.slice(0, at) + glue;
  const span = { start: before.length, end: before.length + said.length };
  return { text: before + said + text.slice(at), span };
}

const asOf = (random: Random): EvalText['as'] => (random() < 0.4 ? 'raw' : 'user');

function trimmed(text: string, [start, end]: [number, number]): [number, number] {
  const said = text.slice(start, end);
  const from = start + said.length - said.trimStart().length;
  return [from, from + said.trim().length];
}

/** At most about `WINDOW` characters around the injection, from a line or sentence on. */
function around({ text, span: [start, end] }: Required<Pick<Row, 'text' | 'span'>>) {
  const room = Math.max(0, WINDOW - (end - start));
  let left = Math.max(0, start - Math.floor((room * 2) / 3));
  const right = Math.min(text.length, end + room - (start - left));
  if (left > 0) {
    const breaks = ['\n', '. '].map((mark) => text.indexOf(mark, left)).filter((at) => at >= 0 && at < start);
    if (breaks.length > 0) left = Math.min(...breaks) + 1;
  }
  const span: [number, number] = [start - left, end - left];
  return { text: text.slice(left, right), span };
}

/** What the n-grams learn from: public requests to an assistant, and carriers without any. */
function training(): EvalTask['training'] {
  const whole = (text: string) => ({ start: 0, end: text.length, family: 'request' });
  const sentences = (text: string) =>
    sentencesOf(text).map(({ start, end }): [number, number] => [start, end]);
  const requests = readShared<{ text: string }>('training/requests.jsonl.gz') ?? [];
  const carriers = readShared<{ text: string }>('training/carriers.jsonl.gz') ?? [];
  return [
    ...requests.map(({ text }) => ({ text, plants: [whole(text)], sentences: sentences(text) })),
    ...carriers.map(({ text }) => ({ text, plants: [], sentences: sentences(text) })),
  ];
}
