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
