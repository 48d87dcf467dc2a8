import type { BlockType } from './blockType';

/**
 * Types with one scale d (and minimum m) for each 32 values of a row, float16. Layouts: ggml-common.h. Value i and value
 * 16 + i of a block share a byte.
 */
const VALUES = 32;

/** A code of 8 bits that stands for 0. */
const ZERO = 136;

/** d, 16 × two codes: `d (q − 8)`. */
export const Q4_0: BlockType = {
  bytes: 18,
  values: VALUES,
  block: VALUES,
  bits: 4,
  offset: 'none',
  half: true,
  read(data, at, { codes, scales }) {
    scales[0] = data.getUint16(at, true);
    halves(data, at + 2, (i, code) => (codes[i] = code));
  },
};

/** d, m, 16 × two codes: `d q + m`. */
export const Q4_1: BlockType = {
  bytes: 20,
  values: VALUES,
  block: VALUES,
  bits: 4,
  offset: 'minimumAndEightScales',
  half: true,
  read(data, at, { codes, scales, minima }) {
    scales[0] = data.getUint16(at, true);
    minima[0] = data.getUint16(at + 2, true);
    halves(data, at + 4, (i, code) => (codes[i] = code));
  },
};

/** d, 32 fifth bits, 16 × two codes: `d (q − 16)`. */
export const Q5_0: BlockType = {
  bytes: 22,
  values: VALUES,
  block: VALUES,
  bits: 8,
  offset: 'none',
  half: true,
  read(data, at, { codes, scales }) {
    scales[0] = data.getUint16(at, true);
    const fifth = data.getUint32(at + 2, true);
    halves(data, at + 6, (i, code) => (codes[i] = (code | (((fifth >>> i) & 1) << 4)) - 16 + ZERO));
  },
};

/** d, m, 32 fifth bits, 16 × two codes: `d q + m`. */
export const Q5_1: BlockType = {
  bytes: 24,
  values: VALUES,
  block: VALUES,
  bits: 8,
  offset: 'minimumAndEightScales',
  half: true,
  read(data, at, { codes, scales, minima }) {
    scales[0] = data.getUint16(at, true);
    minima[0] = data.getUint16(at + 2, true);
    const fifth = data.getUint32(at + 4, true);
    halves(data, at + 8, (i, code) => (codes[i] = (code | (((fifth >>> i) & 1) << 4)) + ZERO - 8));
  },
};

/** d, 32 × int8: `d q`. The whole range of a byte is used, so that its zero is 128 and the offset makes up for it. */
export const Q8_0: BlockType = {
  bytes: 34,
  values: VALUES,
  block: VALUES,
  bits: 8,
  offset: 'eightScales',
  half: true,
  read(data, at, { codes, scales }) {
    scales[0] = data.getUint16(at, true);
    for (let i = 0; i < VALUES; i++) codes[i] = data.getInt8(at + 2 + i) + ZERO - 8;
  },
};

/** Values of the types with a code book, which grow where weights are rare (ggml-common.h, `kvalues_iq4nl`). */
const CODE_BOOK = [-127, -104, -83, -65, -49, -35, -22, -10, 1, 13, 25, 38, 53, 69, 89, 113];

/** d, 16 × two places in the code book: `d v`. */
export const IQ4_NL: BlockType = {
  bytes: 18,
  values: VALUES,
  block: VALUES,
  bits: 8,
  offset: 'eightScales',
  half: true,
  read(data, at, { codes, scales }) {
    scales[0] = data.getUint16(at, true);
    halves(data, at + 2, (i, place) => (codes[i] = codeOf(place)));
  },
};

/** The code of a place in the code book, of types whose offset is `eightScales`. */
export function codeOf(place: number): number {
  return CODE_BOOK[place]! + ZERO - 8;
}

/** Tells the 32 values of 4 bits in 16 bytes. */
export function halves(data: DataView, at: number, tell: (i: number, value: number) => void): void {
  for (let i = 0; i < VALUES / 2; i++) {
    const both = data.getUint8(at + i);
    tell(i, both & 15);
    tell(i + VALUES / 2, both >> 4);
  }
}
