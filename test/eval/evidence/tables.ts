import { randomFrom } from '../../../src/statistics/random';
import type { SourceRange } from '../../../src/protocol/prompt';
import type { EvalSet, EvalText } from './evalText';
import {
  auroc,
  interval,
  resampled,
  shareAbove,
  thresholdAt,
  wilson,
} from '../../../src/calibration/figures';

/** A text with the scores of its sentences, by scorer. */
export interface Scored extends EvalText {
  sentences: readonly SourceRange[];
  scores: ReadonlyMap<string, readonly (number | null)[]>;
}

const FALSE_ALARMS = [0.005, 0.01, 0.05];

const say = (line = ''): void => void process.stdout.write(`${line}\n`);
const two = (value: number): string => (Number.isNaN(value) ? '-' : value.toFixed(2).replace(/^0\./, '.'));
const percent = (value: number): string => `${(100 * value).toFixed(1)} %`;
const between = ([low, high]: [number, number], show: (value: number) => string): string =>
  `${show(low)} to ${show(high)}`;

const overlap = (a: SourceRange, b: SourceRange): number =>
  Math.min(a.end, b.end) - Math.max(a.start, b.start);

/** A text's score and where its plant stands among the sentences ranked by theirs. */
interface Judged {
  text: Scored;
  best: number;
  /** 0 for the first; -1 where no sentence of the plant was scored. */
  rank: number;
  /** Of the first sentence and the plant, characters. */
  iou: number;
}

function judge(text: Scored, scorer: string): Judged {
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

/** Prints one set: every scorer, then the probe by source. */
export function printTables(
  set: EvalSet,
  scored: readonly Scored[],
  scorers: ReadonlyMap<string, { threshold?: number }>,
): void {
  const of = (kind: EvalText['kind']): Scored[] => scored.filter((text) => text.kind === kind);
  say(
    `\n## ${set.name}: ${of('planted').length} planted, ${of('clean').length} clean, ${of('orders').length} with orders to people`,
  );
  say(
    '\n| score | AUROC | recall at 0.5 % of clean | at 1 % | at 5 % | first hit | in first 3 | IoU of the first |',
  );
  say('| --- | --- | --- | --- | --- | --- | --- | --- |');
  for (const scorer of scorers.keys()) say(line(scorer, scored));
  for (const [scorer, { threshold }] of scorers) {
    if (threshold !== undefined) printThreshold(set, scored, scorer, threshold);
  }
  const first = [...scorers.keys()][0]!;
  printSources(scored, first, scorers.get(first)?.threshold);
}

function line(scorer: string, scored: readonly Scored[]): string {
  const judged = scored.map((text) => judge(text, scorer));
  const planted = judged.filter(({ text }) => text.kind === 'planted');
  const others = judged.filter(({ text }) => text.kind !== 'planted').map(({ best }) => best);
  const bests = planted.map(({ best }) => best);
  const random = randomFrom(41);
  const withInterval = (figure: (p: readonly number[], c: readonly number[]) => number): string => {
    const range = interval(() => figure(resampled(random, bests), resampled(random, others)));
    return `${two(figure(bests, others))} (${between(range, two)})`;
  };
  const ranks = planted.map(({ rank }) => rank);
  const cells = [
    withInterval(auroc),
    ...FALSE_ALARMS.map((share) => withInterval((p, c) => shareAbove(p, thresholdAt(c, share)))),
    two(ranks.filter((rank) => rank === 0).length / ranks.length),
    two(ranks.filter((rank) => rank >= 0 && rank < 3).length / ranks.length),
    two(planted.reduce((sum, { iou }) => sum + iou, 0) / planted.length),
  ];
  return `| ${[scorer, ...cells].join(' | ')} |`;
}

function printThreshold(set: EvalSet, scored: readonly Scored[], scorer: string, threshold: number): void {
  say(`\nAt the threshold that ships for a ${set.unit} (${threshold}):`);
  for (const kind of ['clean', 'orders', 'planted'] as const) {
    const texts = scored.filter((text) => text.kind === kind);
    const hits = texts.filter((text) => judge(text, scorer).best >= threshold).length;
    if (texts.length > 0)
      say(
        `- ${kind}: ${hits} of ${texts.length}, ${percent(hits / texts.length)} (${between(wilson(hits, texts.length), percent)})`,
      );
  }
}

function printSources(scored: readonly Scored[], scorer: string, shipped: number | undefined): void {
  const judged = scored.map((text) => judge(text, scorer));
  const clean = judged.filter(({ text }) => text.kind !== 'planted').map(({ best }) => best);
  const threshold = shipped ?? thresholdAt(clean, 0.01);
  say(`\n| ${scorer}, by source (threshold ${threshold.toFixed(2)}) | texts | flagged | first hit |`);
  say('| --- | --- | --- | --- |');
  const groups = new Map<string, Judged[]>();
  for (const one of judged) {
    const name = `${one.text.kind}: ${one.text.source}`;
    groups.set(name, [...(groups.get(name) ?? []), one]);
  }
  for (const [name, group] of [...groups].sort(([a], [b]) => a.localeCompare(b))) {
    const flagged = group.filter(({ best }) => best >= threshold).length;
    const first = group.filter(({ rank }) => rank === 0).length;
    const shown = group[0]!.text.span ? two(first / group.length) : '-';
    say(`| ${name} | ${group.length} | ${flagged} (${percent(flagged / group.length)}) | ${shown} |`);
  }
}
