import { divideRows } from '../../../../attention/values/valueNorm';
import { cosineDistance, mixedWithout } from '../../../../attention/values/valueZeroing';
import type { Piece } from '../../models/pieces';
import type { LayerRead } from './readLayers';
import { nextStep } from '../../run/nextStep';

/** Pairs of tokens that go through the rest of the layer before it is told how far it is. */
const PAIRS = 512;

/**
 * How far the state of each query after the layer turns when the value of a key is zero in all heads: 1 − cosine, each row
 * divided by its sum (Mohebbi et al. 2023, "Quantifying Context Mixing in Transformers"). `piece`: from states before the
 * layer and what its heads read to the states after it. Weights stay as they are, as in the paper.
 */
export async function zeroingMap(
  piece: Piece,
  read: LayerRead,
  causal: boolean,
  onPart: (done: number) => void | Promise<void>,
  signal: AbortSignal,
): Promise<Float32Array> {
  const { tokens, mixed, before, after } = read;
  const width = mixed.length / tokens;
  const hidden = after.length / tokens;
  const pairs = Array.from(
    { length: tokens * tokens },
    (_, at) => [Math.floor(at / tokens), at % tokens] as const,
  );
  const seen = causal ? pairs.filter(([query, key]) => key <= query) : pairs;
  const map = new Float32Array(tokens * tokens);
  for (let first = 0; first < seen.length; first += PAIRS) {
    await nextStep(signal);
    const some = seen.slice(first, first + PAIRS);
    const [states, left] = [new Float32Array(some.length * hidden), new Float32Array(some.length * width)];
    some.forEach(([query, key], i) => {
      const row = mixed.subarray(query * width, (query + 1) * width);
      states.set(before.subarray(query * hidden, (query + 1) * hidden), i * hidden);
      left.set(mixedWithout(read, row, query, key), i * width);
    });
    const [made] = await piece.run([states, left], some.length);
    some.forEach(([query, key], i) => {
      const own = made!.subarray(i * hidden, (i + 1) * hidden);
      map[query * tokens + key] = cosineDistance(own, after.subarray(query * hidden, (query + 1) * hidden));
    });
    await onPart(Math.min(1, (first + PAIRS) / seen.length));
  }
  divideRows(map, tokens);
  return map;
}
