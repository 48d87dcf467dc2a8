import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { toFloat16 } from '../../../../../src/probes/float16';
import { fromFloat16 } from '../../../../../src/model/gguf/blocks/float16';
import { splitBlocks, unpermuteRows } from '../../../../../src/model/gguf/blocks/splitBlocks';
import { blockType, rowBytes, supportedTypes, isPlain } from '../../../../../src/model/gguf/blocks/types';

/** By `test/oracle/ggufBlocks.py`: bytes of random blocks, and their values as the `gguf` package gives them, in base64. */
const fixture = path.resolve(import.meta.dirname, '../../../../fixtures/gguf/blocks.json');
const cases = JSON.parse(readFileSync(fixture, 'utf8')) as Record<string, { bytes: string; values: string }>;

const nibble = (bytes: Uint8Array, i: number): number => (bytes[i >> 1]! >> (4 * (i & 1))) & 15;

/** What the graph computes of the parts of blocks. */
function valuesOf(type: string, data: Uint8Array): number[] {
  const { block, bits, half, offset } = blockType(type);
  const { low, high, scales, minima } = splitBlocks(type, data);
  const numbers = (bytes: Uint8Array): number[] =>
    half
      ? Array.from(new Uint16Array(bytes.buffer), fromFloat16)
      : Array.from(new Float32Array(bytes.buffer));
  const [s, m] = [numbers(scales), minima && numbers(minima)];
  return Array.from({ length: low.length * 2 }, (_, i) => {
    const b = Math.floor(i / block);
    const planes = nibble(low, i) - 8 + (bits === 8 ? 16 * (nibble(high!, i) - 8) : 0);
    return s[b]! * planes + (offset === 'none' ? 0 : 8 * s[b]! + (m?.[b] ?? 0));
  });
}

describe('blocks taken apart hold the numbers of the file', () => {
  test.each(Object.keys(cases))('%s, as the gguf package reads them', (type) => {
    const { bytes, values } = cases[type]!;
    const expected = new Float32Array(new Uint8Array(Buffer.from(values, 'base64')).buffer);
    const got = valuesOf(type, new Uint8Array(Buffer.from(bytes, 'base64')));
    expect(got).toHaveLength(expected.length);
    const worst = Math.max(...got.map((value, i) => Math.abs(value - expected[i]!)));
    expect(worst).toBeLessThan(1e-6 * Math.max(...expected.map(Math.abs)));
  });

  test('every type of blocks that can be read has such a case', () => {
    expect(supportedTypes.filter((type) => !isPlain(type)).sort()).toEqual(Object.keys(cases).sort());
  });

  test('rows of two heads of four are put back: a file holds 0 2 1 3 for 0 1 2 3', () => {
    const stored = Uint8Array.of(10, 12, 11, 13, 20, 22, 21, 23);
    expect([...unpermuteRows(stored, 8, 2)]).toEqual([10, 11, 12, 13, 20, 21, 22, 23]);
  });

  test('a row that is not a whole number of blocks, and an unknown type, have no size', () => {
    expect(rowBytes('Q4_1', 64)).toBe(40);
    expect(rowBytes('Q8_0', 48)).toBeNull();
    expect(rowBytes('Q6_K', 512)).toBe(420);
    expect(rowBytes('Q4_K', 128)).toBeNull();
    expect(rowBytes('TQ1_0', 256)).toBeNull();
  });

  test('half-precision numbers come back as they went', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xffff }), (bits) => {
        const value = fromFloat16(bits);
        expect(Number.isNaN(value) ? bits & 0x7c00 : toFloat16(value)).toBe(
          Number.isNaN(value) ? 0x7c00 : bits,
        );
      }),
    );
  });
});
