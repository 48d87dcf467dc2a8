import { fitStandardLogistic, logOdds, type StandardLogistic } from '../statistics/logistic';
import type { Example, Method, ReadText } from './crossValidate';

/** Which states a head looks at, and how hard its weights are held back. */
export interface HeadChoice {
  /** Indices into the layers that were read. */
  layers: readonly number[];
  /** See `fitLogistic`; weights of examples sum to their number. */
  penalty: number;
}

/** A head: its score of a state is the log odds. */
export type FittedHead = StandardLogistic;

/** The states of a sentence, one layer behind the other, `[layers × hidden]`. */
export function statesOf(
  { states, sentences }: ReadText,
  sentence: number,
  layers: readonly number[],
  hidden: number,
) {
  const row = new Float32Array(layers.length * hidden);
  layers.forEach((layer, at) => {
    const from = (layer * sentences.length + sentence) * hidden;
    row.set(states.subarray(from, from + hidden), at * hidden);
  });
  return row;
}

/** Fits a head; both kinds of sentences count the same in all. */
export function fitHead(
  examples: readonly Example[],
  { layers, penalty }: HeadChoice,
  hidden: number,
): FittedHead {
  const width = layers.length * hidden;
  const inputs = new Float32Array(examples.length * width);
  examples.forEach(({ text, sentence }, row) =>
    inputs.set(statesOf(text, sentence, layers, hidden), row * width),
  );
  const planted = examples.filter((example) => example.planted).length;
  const labels = Uint8Array.from(examples, (example) => Number(example.planted));
  const weights = Float64Array.from(
    labels,
    (label) => examples.length / 2 / (label === 1 ? planted : examples.length - planted),
  );
  return fitStandardLogistic({ inputs, width, labels, weights }, penalty);
}

/** Scores sentences by such a head. */
export function headMethod(choice: HeadChoice, hidden: number): Method {
  return (examples) => {
    const head = fitHead(examples, choice, hidden);
    return (text) => text.sentences.map((_, i) => logOdds(head, statesOf(text, i, choice.layers, hidden)));
  };
}
