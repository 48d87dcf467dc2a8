import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rowBytes, splitBlocks, unpermuteRows } from '../../../../src/model/gguf/blocks';

const nibble = (bytes: Uint8Array, i: number): number => (bytes[i >> 1]! >> (4 * (i & 1))) & 15;
const block = (length: number): fc.Arbitrary<Uint8Array> =>
  fc.uint8Array({ minLength: 3 * length, maxLength: 3 * length });

describe('blocks taken apart hold the numbers of the file', () => {
  test('Q4_1: value i is the low half of byte i, value 16 + i its high half', () => {
    fc.assert(
      fc.property(block(20), (data) => {
        const { low, high, scales, minima } = splitBlocks('Q4_1', data);
        expect(high).toBeNull();
        for (let b = 0; b < 3; b++) {
          expect([...scales.subarray(2 * b, 2 * b + 2)]).toEqual([...data.subarray(20 * b, 20 * b + 2)]);
          expect([...minima!.subarray(2 * b, 2 * b + 2)]).toEqual([...data.subarray(20 * b + 2, 20 * b + 4)]);
          for (let i = 0; i < 16; i++) {
            expect(nibble(low, 32 * b + i)).toBe(data[20 * b + 4 + i]! & 15);
            expect(nibble(low, 32 * b + 16 + i)).toBe(data[20 * b + 4 + i]! >> 4);
          }
        }
      }),
    );
  });

  test('Q8_0: 16 high + low − 128 is the signed byte', () => {
    fc.assert(
      fc.property(block(34), (data) => {
        const { low, high } = splitBlocks('Q8_0', data);
        const signed = new Int8Array(data.buffer, data.byteOffset, data.length);
        for (let b = 0; b < 3; b++) {
          for (let i = 0; i < 32; i++) {
            const value = 16 * nibble(high!, 32 * b + i) + nibble(low, 32 * b + i) - 128;
            expect(value).toBe(signed[34 * b + 2 + i]);
          }
        }
      }),
    );
  });

  test('rows of two heads of four are put back: a file holds 0 2 1 3 for 0 1 2 3', () => {
    const stored = Uint8Array.of(10, 12, 11, 13, 20, 22, 21, 23);
    expect([...unpermuteRows(stored, 8, 2)]).toEqual([10, 11, 12, 13, 20, 21, 22, 23]);
  });

  test('a row that is not a whole number of blocks, and an unknown type, have no size', () => {
    expect(rowBytes('Q4_1', 64)).toBe(40);
    expect(rowBytes('Q8_0', 48)).toBeNull();
    expect(rowBytes('Q6_K', 256)).toBeNull();
  });
});
