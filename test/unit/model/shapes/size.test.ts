import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  asNumber,
  minus,
  over,
  plus,
  sameSize,
  sizeOf,
  times,
  type Size,
} from '../../../../src/model/shapes/size';

/** What the unknowns stand for in a check. */
const meaning: Record<string, number> = { batch: 3, sequence: 7, past: 5 };
const valueOf = (size: Size): number =>
  size.reduce((sum, { count, names }) => sum + names.reduce((n, name) => n * meaning[name]!, count), 0);

const size = fc.letrec<{ size: Size }>((tie) => ({
  size: fc.oneof(
    { depthSize: 'small' },
    fc.integer({ min: 0, max: 9 }).map(sizeOf),
    fc.constantFrom('batch', 'sequence', 'past').map(sizeOf),
    fc.tuple(tie('size'), tie('size')).map(([a, b]) => plus(a, b) ?? a),
    fc.tuple(tie('size'), tie('size')).map(([a, b]) => times(a, b) ?? b),
  ),
})).size;

describe('sizes', () => {
  it('compute as numbers do, whatever the unknowns are', () => {
    fc.assert(
      fc.property(size, size, (a, b) => {
        for (const [op, result] of [
          [plus(a, b), valueOf(a) + valueOf(b)],
          [minus(a, b), valueOf(a) - valueOf(b)],
          [times(a, b), valueOf(a) * valueOf(b)],
        ] as const) {
          if (op) expect(valueOf(op)).toBe(result);
        }
        const quotient = over(a, b);
        if (quotient) expect(valueOf(quotient) * valueOf(b)).toBe(valueOf(a));
        if (sameSize(a, b)) expect(valueOf(a)).toBe(valueOf(b));
      }),
    );
  });

  it('recognise equal sums and products however they came about', () => {
    const [batch, past, sequence] = ['batch', 'past', 'sequence'].map(sizeOf);
    expect(sameSize(plus(past, sequence), plus(sequence, past))).toBe(true);
    expect(sameSize(over(times(sizeOf(32), batch), sizeOf(8)), times(batch, sizeOf(4)))).toBe(true);
    expect(asNumber(minus(plus(past, sizeOf(3)), past))).toBe(3);
    expect(over(sizeOf(7), sizeOf(2))).toBeUndefined();
    expect(sameSize(batch, sequence)).toBe(false);
  });
});
