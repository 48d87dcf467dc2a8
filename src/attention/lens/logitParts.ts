/** Final norm and output layer: states `[rows, hidden]` to logits `[rows, vocabulary]`. */
export type OutputLayer = (states: Float32Array, rows: number) => Promise<Float32Array>;

/** What becomes of a state before the output matrix. */
export type FinalNorm = 'layer' | 'rms' | 'none';

export interface LogitParts {
  norm: FinalNorm;
  /** `[part][word]` */
  parts: number[][];
  /** `[word]`: what is there without any state, the biases of norm and output layer. */
  constant: number[];
  /** `[vocabulary]`: what the parts and the constant sum to, word by word. */
  logits: Float32Array;
}

/** Parts that go through the output layer at once: each gives as many logits as there are words. */
const ROWS = 64;

/** Differences of logits below this share of the largest are those of arithmetic. */
const SAME = 1e-3;

/**
 * Splits the logits of `words` into what each of `parts` adds, whose sum is the state `[hidden]` after the last layer.
 * With the scale of the norm held at s = σ(state), what a part x adds is W·γ·(x − mean x) / s for LayerNorm and
 * W·γ·x / s for RMSNorm (Elhage et al. 2021, "A Mathematical Framework for Transformer Circuits"; the scale is held as in
 * "direct logit attribution"). Neither γ nor W need be known: a norm takes the size of what it reads away, so that the
 * output layer is linear in the direction of a state, and x adds (H(x / σ(x)) − H(0)) · σ(x) / s, where H is norm and
 * output layer together. Which norm it is shows in what H leaves as it is: twice the state, and the state plus a constant.
 */
export async function logitParts(
  head: OutputLayer,
  state: Float32Array,
  parts: readonly Float32Array[],
  words: readonly number[],
): Promise<LogitParts> {
  const width = state.length;
  const through = async (rows: readonly Float32Array[]): Promise<Float32Array[]> => {
    const all = new Float32Array(rows.length * width);
    rows.forEach((row, i) => all.set(row, i * width));
    const logits = await head(all, rows.length);
    const size = logits.length / rows.length;
    return rows.map((_, i) => logits.subarray(i * size, (i + 1) * size));
  };
  const plain = scaled(state, 1 / (rootMeanSquare(state) || 1));
  const probes = [new Float32Array(width), state, plain, scaled(plain, 2), plain.map((value) => value + 1)];
  const [zero, logits, once, twice, shifted] = (await through(probes)) as [
    ...(Record<0 | 1 | 2 | 3 | 4, Float32Array> & Float32Array[]),
  ];
  const norm = !same(once!, twice!, zero!) ? 'none' : same(once!, shifted!, zero!) ? 'layer' : 'rms';
  const sizeOf = { layer: deviation, rms: rootMeanSquare, none: () => 1 }[norm];
  const size = sizeOf(state) || 1;
  const [unit] = norm === 'none' ? [logits] : await through([scaled(state, 1 / size)]);
  const kept = alongRatio(logits!, unit!, zero!);
  const result: number[][] = [];
  for (let first = 0; first < parts.length; first += ROWS) {
    const some = parts.slice(first, first + ROWS);
    const sizes = some.map(sizeOf);
    const made = await through(some.map((part, i) => scaled(part, 1 / (sizes[i]! || 1))));
    made.forEach((row, i) =>
      result.push(words.map((word) => ((row[word]! - zero![word]!) * sizes[i]! * kept) / size)),
    );
  }
  return { norm, parts: result, constant: words.map((word) => zero![word]!), logits: logits! };
}

/** Whether two rows of logits are the same but for arithmetic. */
function same(a: Float32Array, b: Float32Array, zero: Float32Array): boolean {
  let [largest, apart] = [0, 0];
  a.forEach((value, i) => {
    largest = Math.max(largest, Math.abs(value - zero[i]!));
    apart = Math.max(apart, Math.abs(value - b[i]!));
  });
  return apart <= SAME * largest;
}

/** How many times one row is the other, both from zero on: least squares over the vocabulary. */
function alongRatio(of: Float32Array, unit: Float32Array, zero: Float32Array): number {
  let [product, square] = [0, 0];
  unit.forEach((value, i) => {
    product += (of[i]! - zero[i]!) * (value - zero[i]!);
    square += (value - zero[i]!) ** 2;
  });
  return square > 0 ? product / square : 1;
}

const scaled = (row: Float32Array, by: number): Float32Array => row.map((value) => value * by);

function rootMeanSquare(row: Float32Array): number {
  return Math.sqrt(row.reduce((sum, value) => sum + value * value, 0) / row.length);
}

function deviation(row: Float32Array): number {
  const mean = row.reduce((sum, value) => sum + value, 0) / row.length;
  return Math.sqrt(row.reduce((sum, value) => sum + (value - mean) ** 2, 0) / row.length);
}
