import { auroc, resampled, shareAbove, thresholdAt } from '../../../src/calibration/figures';
import type { SourceRange } from '../../../src/protocol/prompt';
import { percentiles } from '../../../src/statistics/bootstrap';
import { wilson } from '../../../src/statistics/proportion';
import { randomFrom } from '../../../src/statistics/random';
import type { EvalSet, EvalText } from './evalText';

/** A text with the scores of its sentences, by scorer. */
export interface Scored extends EvalText {
  sentences: readonly SourceRange[];
  scores: ReadonlyMap<string, readonly (number | null)[]>;
}

const FALSE_ALARMS = [0.005, 0.01, 0.05];
const RESAMPLES = 200;
const KINDS = ['clean', 'orders', 'statements', 'planted'] as const;
const CALLED: Readonly<Record<EvalText['kind'], string>> = {
  clean: 'clean',
  orders: 'twins with an order to people',
  statements: 'twins with a statement',
  planted: 'planted',
};

const say = (line = ''): void => void process.stdout.write(`${line}\n`);
const row = (cells: readonly (string | number)[]): void => say(`| ${cells.join(' | ')} |`);
const two = (value: number): string => (Number.isNaN(value) ? '-' : value.toFixed(2).replace(/^0\./, '.'));
const percent = (value: number): string => `${(100 * value).toFixed(1)} %`;
const between = ({ low, high }: { low: number; high: number }, show: (value: number) => string): string =>
  `${show(low)} to ${show(high)}`;

const overlap = (a: SourceRange, b: SourceRange): number =>
  Math.min(a.end, b.end) - Math.max(a.start, b.start);

/** A text's score and where its plant stands among the sentences ranked by theirs. */
export interface Judged {
  text: Scored;
  best: number;
  /** 0 for the first; -1 where no sentence of the plant was scored. */
  rank: number;
  /** Of the first sentence and the plant, characters. */
  iou: number;
}

export function judge(text: Scored, scorer: string): Judged {
  const ranked = text.scores
    .get(scorer)!
    .flatMap((score, i) => (score === null ? [] : [{ score, at: text.sentences[i]! }]))
    .sort((a, b) => b.score - a.score);
  const first = ranked[0];
  const best = first?.score ?? -Infinity;
  const { span } = text;
  if (!span || !first) return { text, best, rank: -1, iou: 0 };
  const shared = Math.max(0, overlap(first.at, span));
  const joined = first.at.end - first.at.start + span.end - span.start - shared;
  // Half a sentence: one that a plant only touches does not count.
  const hit = (at: SourceRange): boolean =>
    2 * overlap(at, span) >= Math.min(at.end - at.start, span.end - span.start);
  return { text, best, rank: ranked.findIndex(({ at }) => hit(at)), iou: shared / joined };
}

function groupedBy<T>(list: readonly T[], key: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of list) groups.set(key(one), [...(groups.get(key(one)) ?? []), one]);
  return groups;
}

const scoresOf = (judged: readonly Judged[], ...kinds: EvalText['kind'][]): number[] =>
  judged.filter(({ text }) => kinds.includes(text.kind)).map(({ best }) => best);

const negativesOf = (judged: readonly Judged[]): number[] =>
  scoresOf(judged, 'clean', 'orders', 'statements');

/** Prints one set: every scorer, the thresholds that ship, and every scorer by source. */
export function printTables(
  set: EvalSet,
  scored: readonly Scored[],
  scorers: ReadonlyMap<string, { threshold?: number }>,
): void {
  const count = (kind: EvalText['kind']): number => scored.filter((text) => text.kind === kind).length;
  const counts = KINDS.filter((kind) => count(kind) > 0).map((kind) => `${count(kind)} ${CALLED[kind]}`);
  say(`\n## ${set.name}: ${counts.join(', ')}\n`);
  const judged = new Map(
    [...scorers.keys()].map((scorer) => [scorer, scored.map((text) => judge(text, scorer))] as const),
  );
  const hasOrders = count('orders') > 0;
  const negatives = hasOrders ? `${set.unit}s without a plant, twins among them` : `clean ${set.unit}s`;
  const columns = ['score', 'AUROC', ...(hasOrders ? ['AUROC against orders to people'] : [])];
  columns.push(...FALSE_ALARMS.map((share) => `recall at ${100 * share} % of ${negatives}`));
  columns.push('first hit', 'in first 3', 'IoU of the first');
  row(columns);
  row(columns.map(() => '---'));
  for (const [scorer, of] of judged) row([scorer, ...cellsOf(of, hasOrders)]);
  for (const [scorer, { threshold }] of scorers)
    if (threshold !== undefined) printThreshold(set, judged.get(scorer)!, threshold);
  printRecallBySource(judged);
  for (const [scorer, { threshold }] of scorers)
    if (threshold !== undefined) printFlaggedBySource(judged.get(scorer)!, scorer, threshold);
}

/** Figures with the middle 95 % of resamples of whole groups of twins. */
function cellsOf(judged: readonly Judged[], hasOrders: boolean): string[] {
  const groups = [...groupedBy(judged, ({ text }) => text.twin).values()];
  const random = randomFrom(41);
  const withInterval = (figure: (some: readonly Judged[]) => number): string => {
    const drawn = (): number => figure(resampled(random, groups).flat());
    return `${two(figure(judged))} (${between(percentiles(Array.from({ length: RESAMPLES }, drawn)), two)})`;
  };
  const planted = judged.filter(({ text }) => text.kind === 'planted');
  const shareOf = (has: (one: Judged) => boolean): string => two(planted.filter(has).length / planted.length);
  const against = (...kinds: EvalText['kind'][]): string =>
    withInterval((some) => auroc(scoresOf(some, 'planted'), scoresOf(some, ...kinds)));
  return [
    against('clean', 'orders', 'statements'),
    ...(hasOrders ? [against('orders')] : []),
    ...FALSE_ALARMS.map((share) =>
      withInterval((some) => shareAbove(scoresOf(some, 'planted'), thresholdAt(negativesOf(some), share))),
    ),
    shareOf(({ rank }) => rank === 0),
    shareOf(({ rank }) => rank >= 0 && rank < 3),
    two(planted.reduce((sum, { iou }) => sum + iou, 0) / planted.length),
  ];
}

const flaggedOf = (scores: readonly number[], threshold: number): string => {
  const hits = scores.filter((score) => score >= threshold).length;
  const share = percent(hits / scores.length);
  return `${hits} of ${scores.length}, ${share} (${between(wilson(hits, scores.length), percent)})`;
};

function printThreshold(set: EvalSet, judged: readonly Judged[], threshold: number): void {
  say(`\nFlagged at the threshold that ships for a ${set.unit} (${threshold}):\n`);
  for (const kind of KINDS) {
    const scores = scoresOf(judged, kind);
    if (scores.length > 0) say(`- ${CALLED[kind]}: ${flaggedOf(scores, threshold)}`);
  }
}

/** Of each source of plants, the share found by each scorer at 1 % of all that is not planted. */
function printRecallBySource(judged: ReadonlyMap<string, readonly Judged[]>): void {
  const scorers = [...judged.keys()];
  say();
  row(['recall at 1 %, by source', 'texts', ...scorers]);
  row(['---', '---', ...scorers.map(() => '---')]);
  const planted = [...judged.values()][0]!.filter(({ text }) => text.kind === 'planted');
  const sources = [...new Set(planted.map(({ text }) => text.source))].sort();
  const families = sources.filter((source) => source.startsWith('composed:'));
  const rows: [string, string[]][] = sources.map((source) => [source, [source]]);
  if (families.length > 0) rows.unshift(['families of plain words (composed)', families]);
  for (const [name, of] of rows) {
    const isMeant = ({ text }: Judged): boolean => text.kind === 'planted' && of.includes(text.source);
    const found = [...judged.values()].map((all) => {
      const threshold = thresholdAt(negativesOf(all), 0.01);
      return two(shareAbove(scoresOf(all.filter(isMeant), 'planted'), threshold));
    });
    row([name, planted.filter(isMeant).length, ...found]);
  }
}

function printFlaggedBySource(judged: readonly Judged[], scorer: string, threshold: number): void {
  say();
  row([`${scorer}, by source`, `flagged at ${threshold}`, 'first hit']);
  row(['---', '---', '---']);
  const groups = groupedBy(judged, ({ text }) => `${CALLED[text.kind]}: ${text.source}`);
  for (const [name, group] of [...groups].sort(([a], [b]) => a.localeCompare(b))) {
    const scores = group.map(({ best }) => best);
    const first = group.filter(({ rank }) => rank === 0).length;
    row([name, flaggedOf(scores, threshold), group[0]!.text.span ? two(first / group.length) : '-']);
  }
}
