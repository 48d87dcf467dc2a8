import { minimize } from './minimize';

/** Slopes that count as none, for each unit of weight. */
const FLAT = 1e-7;

/** Rows to be told apart. */
export interface Labelled {
  /** `[rows, width]` */
  inputs: Float32Array;
  width: number;
  /** `[rows]`: 1 or 0. */
  labels: Uint8Array;
  /** `[rows]`: how much each counts. */
  weights: Float64Array;
}

/** The log odds of a row x are weights · x + bias. */
export interface Logistic {
  weights: Float64Array;
  bias: number;
}

/**
 * Logistic regression: the weights w and the bias b for which
 * Σ weight × ln(1 + exp(-y (w · x + b))) + penalty / 2 × |w|² is smallest, y being 1 or -1; the bias is not held back.
 * The same as scikit-learn's `LogisticRegression(C=1 / penalty)` with sample weights.
 */
export function fitLogistic({ inputs, width, labels, weights }: Labelled, penalty: number): Logistic {
  const rows = labels.length;
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const found = minimize(
    (at, gradient) => {
      gradient.fill(0);
      let value = 0;
      for (let i = 0; i < width; i++) {
        value += (penalty / 2) * at[i]! ** 2;
        gradient[i] = penalty * at[i]!;
      }
      for (let row = 0; row < rows; row++) {
        const from = row * width;
        let odds = at[width]!;
        for (let i = 0; i < width; i++) odds += at[i]! * inputs[from + i]!;
        const sign = labels[row] === 1 ? 1 : -1;
        const margin = sign * odds;
        // ln(1 + exp(-m)) without an overflow.
        value += weights[row]! * (Math.max(0, -margin) + Math.log1p(Math.exp(-Math.abs(margin))));
        const pull = (-sign * weights[row]!) / (1 + Math.exp(margin));
        for (let i = 0; i < width; i++) gradient[i]! += pull * inputs[from + i]!;
        gradient[width]! += pull;
      }
      return value;
    },
    width + 1,
    FLAT * total,
  );
  return { weights: found.slice(0, width), bias: found[width]! };
}

/** A regression whose columns stand in units of their own spread: the log odds of a row x are Σ w (x - mean) / scale + b. */
export interface StandardLogistic extends Logistic {
  mean: Float64Array;
  scale: Float64Array;
}

/** The same on standardized columns; one that does not vary is left as it is. */
export function fitStandardLogistic(rows: Labelled, penalty: number): StandardLogistic {
  const { inputs, width } = rows;
  const { mean, scale } = spreadOf(inputs, width);
  const standard = inputs.map((value, i) => (value - mean[i % width]!) / scale[i % width]!);
  return { mean, scale, ...fitLogistic({ ...rows, inputs: standard }, penalty) };
}

export function logOdds({ mean, scale, weights, bias }: StandardLogistic, row: ArrayLike<number>): number {
  let odds = bias;
  for (let i = 0; i < row.length; i++) odds += (weights[i]! * (row[i]! - mean[i]!)) / scale[i]!;
  return odds;
}

function spreadOf(inputs: Float32Array, width: number): Pick<StandardLogistic, 'mean' | 'scale'> {
  const rows = inputs.length / width;
  const mean = new Float64Array(width);
  const squares = new Float64Array(width);
  for (let i = 0; i < inputs.length; i++) mean[i % width]! += inputs[i]! / rows;
  for (let i = 0; i < inputs.length; i++) squares[i % width]! += (inputs[i]! - mean[i % width]!) ** 2 / rows;
  // What is left of equal values is rounding.
  const varies = (square: number, i: number): boolean => square > 1e-18 * mean[i]! ** 2;
  return { mean, scale: squares.map((square, i) => (varies(square, i) ? Math.sqrt(square) : 1)) };
}
