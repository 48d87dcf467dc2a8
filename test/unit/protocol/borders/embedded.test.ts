import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packWeights, unpackWeights } from '../../../../src/protocol/borders/embedded';

test('weights come back right to half a step of 1/65535, and what lies ahead as 0', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 3 }),
      fc.integer({ min: 1, max: 12 }),
      fc.boolean(),
      fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
      (maps, side, causal, numbers) => {
        const values = Float32Array.from(
          { length: maps * side * side },
          () => numbers.next().value as number,
        );
        const back = unpackWeights(packWeights(values, maps, side, side, causal), maps, side, side, causal);
        for (const [i, value] of values.entries()) {
          const ahead = causal && i % side > Math.floor(i / side) % side;
          expect(Math.abs(back[i]! - (ahead ? 0 : value))).toBeLessThanOrEqual(0.5 / 65_535 + 1e-7);
        }
      },
    ),
    { numRuns: 50 },
  );
});

test('only the lower triangle of a causal map is stored, two bytes a cell', () => {
  expect(packWeights(new Float32Array(100), 1, 10, 10, true)).toHaveLength(110);
  expect(packWeights(new Float32Array(100), 1, 10, 10, false)).toHaveLength(200);
});
