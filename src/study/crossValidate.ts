import type { CrossValidated, StudyFeature } from '../protocol/measured/study';
import { auroc } from '../statistics/effectSizes';
import { fitStandardLogistic, logOdds } from '../statistics/logistic';
import { randomFrom, shuffled } from '../statistics/random';
import type { FeatureColumn } from './featureTable';
import type { StudiedPrompt } from './studiedPrompt';

const FOLDS = 5;
/** Features of heads that a fold chooses on its own texts. */
const CHOSEN = 5;
/** Pull of the coefficients to 0, in standardized units: keeps them finite where the classes come apart. */
const PENALTY = 1;

/**
 * Whether texts that were left out are told apart: by their length, by the 5 features of heads that differ most among the
 * others, and by the numbers of the whole prompt. Where texts have groups, those of one group are left out together.
 */
export function crossValidate(
  pair: readonly StudiedPrompt[],
  isFirst: readonly boolean[],
  columns: readonly FeatureColumn[],
  seed: number,
): CrossValidated[] {
  const byGroup = pair.every(({ line }) => line.group !== undefined);
  const foldOf = foldsOf(pair, byGroup, seed);
  const folds = Math.max(...foldOf) + 1;
  const lengths = [
    pair.map(({ features }) => Math.log(features.tokens)),
    pair.map(({ line }) => line.text.length),
  ];
  const whole = columns.filter(({ values }) => values.every((value) => !Number.isNaN(value)));
  const heads = whole.filter(({ kind }) => kind === 'heads');
  const prompt = whole.filter(({ kind }) => kind === 'prompt');
  const ways: [CrossValidated['name'], (training: number[]) => [StudyFeature[], ArrayLike<number>[]]][] = [
    ['length', () => [[], lengths]],
    ['heads', (training) => chosenOf(bestOf(heads, training, isFirst))],
    ['prompt', () => chosenOf(prompt)],
  ];
  const possible = ways.filter(([name]) => name === 'length' || whole.some(({ kind }) => kind === name));
  return possible.map(([name, choose]) => {
    const scores = new Float64Array(pair.length);
    const votes = new Map<string, number>();
    for (let fold = 0; fold < folds; fold++) {
      const [training, left] = [[] as number[], [] as number[]];
      foldOf.forEach((own, at) => (own === fold ? left : training).push(at));
      const [names, chosen] = choose(training);
      for (const one of names) votes.set(JSON.stringify(one), (votes.get(JSON.stringify(one)) ?? 0) + 1);
      const row = (at: number) => chosen.map((column) => column[at]!);
      const labelled = {
        inputs: Float32Array.from(training.flatMap(row)),
        width: chosen.length,
        labels: Uint8Array.from(training, (at) => Number(isFirst[at]!)),
        weights: new Float64Array(training.length).fill(1),
      };
      const fitted = fitStandardLogistic(labelled, PENALTY);
      for (const at of left) scores[at] = logOdds(fitted, row(at));
    }
    const of = (first: boolean) => [...scores].filter((_, at) => isFirst[at] === first);
    const most = [...votes].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, CHOSEN);
    return {
      name,
      auroc: auroc(of(true), of(false)),
      folds,
      byGroup,
      chosen: name === 'heads' ? most.map(([one]) => JSON.parse(one) as StudyFeature) : [],
    };
  });
}

/** `[text]`: its fold. Groups of a class are dealt out in a random order, or its texts, so that each fold has all classes. */
function foldsOf(pair: readonly StudiedPrompt[], byGroup: boolean, seed: number): number[] {
  const random = randomFrom(seed);
  const keyOf = ({ line }: StudiedPrompt, at: number) => (byGroup ? line.group! : `${at}`);
  const folds = new Map<string, number>();
  for (const kind of [...new Set(pair.map(({ line }) => line.class))].sort()) {
    const keys = [
      ...new Set(pair.flatMap((prompt, at) => (prompt.line.class === kind ? keyOf(prompt, at) : []))),
    ];
    shuffled(random, keys).forEach((key, i) => folds.set(key, folds.get(key) ?? i % FOLDS));
  }
  return pair.map((prompt, at) => folds.get(keyOf(prompt, at))!);
}

function bestOf(
  columns: readonly FeatureColumn[],
  training: readonly number[],
  isFirst: readonly boolean[],
): FeatureColumn[] {
  const away = columns.map(({ values }) => {
    const of = (first: boolean) => training.filter((at) => isFirst[at] === first).map((at) => values[at]!);
    return Math.abs(auroc(of(true), of(false)).value - 0.5);
  });
  const order = [...columns.keys()].sort((a, b) => away[b]! - away[a]! || a - b);
  return order.slice(0, CHOSEN).map((at) => columns[at]!);
}

function chosenOf(columns: readonly FeatureColumn[]): [StudyFeature[], Float64Array[]] {
  return [columns.map(({ feature }) => feature), columns.map(({ values }) => values)];
}
