import type { Example, Method, ReadText } from './crossValidate';
import { fitLogistic, type Logistic } from './logistic';

/** Which states a head looks at, and how hard its weights are held back. */
export interface HeadChoice {
  /** Indices into the layers that were read. */
  layers: readonly number[];
  /** See `fitLogistic`; weights of examples sum to their number. */
  penalty: number;
}

/** A head: the score of a state x is Σ w (x - mean) / scale + b. */
export interface FittedHead extends Logistic {
  mean: Float64Array;
  scale: Float64Array;
}

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
  const { mean, scale } = spread(inputs, width);
  for (let i = 0; i < inputs.length; i++) inputs[i] = (inputs[i]! - mean[i % width]!) / scale[i % width]!;
  const planted = examples.filter((example) => example.planted).length;
  const labels = Uint8Array.from(examples, (example) => Number(example.planted));
  const weights = Float64Array.from(
    labels,
    (label) => examples.length / 2 / (label === 1 ? planted : examples.length - planted),
  );
  return { mean, scale, ...fitLogistic({ inputs, width, labels, weights }, penalty) };
}

/** Scores sentences by such a head. */
export function headMethod(choice: HeadChoice, hidden: number): Method {
  return (examples) => {
    const head = fitHead(examples, choice, hidden);
    return (text) => text.sentences.map((_, i) => headScore(head, statesOf(text, i, choice.layers, hidden)));
  };
}

function headScore({ mean, scale, weights, bias }: FittedHead, row: Float32Array): number {
  let score = bias;
  for (let i = 0; i < row.length; i++) score += (weights[i]! * (row[i]! - mean[i]!)) / scale[i]!;
  return score;
}

/** Mean and standard deviation of each input; one that does not vary is left as it is. */
function spread(inputs: Float32Array, width: number): { mean: Float64Array; scale: Float64Array } {
  const rows = inputs.length / width;
  const mean = new Float64Array(width);
  const scale = new Float64Array(width);
  for (let i = 0; i < inputs.length; i++) mean[i % width]! += inputs[i]! / rows;
  for (let i = 0; i < inputs.length; i++) scale[i % width]! += (inputs[i]! - mean[i % width]!) ** 2 / rows;
  return { mean, scale: scale.map((square) => (square > 0 ? Math.sqrt(square) : 1)) };
}
