import type { BlockType } from './blockType';
import { addBitsInOrder, bitsOfHalf, nibbles } from './packed';

/**
 * Types with one scale d (and minimum m) for each 32 values of a row, float16. Layouts: ggml-common.h. Value i and value
 * 16 + i of a block share a byte.
 */
const VALUES = 32;
const RUN = 16;

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
  read(bytes, at, { codes, scales }) {
    scales[0] = bitsOfHalf(bytes, at);
    nibbles(bytes, at + 2, RUN, codes);
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
  read(bytes, at, { codes, scales, minima }) {
    scales[0] = bitsOfHalf(bytes, at);
    minima[0] = bitsOfHalf(bytes, at + 2);
    nibbles(bytes, at + 4, RUN, codes);
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
  read(bytes, at, { codes, scales }) {
    scales[0] = bitsOfHalf(bytes, at);
    nibbles(bytes, at + 6, RUN, codes);
    addBitsInOrder(bytes, at + 2, 4, ZERO - 16, codes);
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
  read(bytes, at, { codes, scales, minima }) {
    scales[0] = bitsOfHalf(bytes, at);
    minima[0] = bitsOfHalf(bytes, at + 2);
    nibbles(bytes, at + 8, RUN, codes);
    addBitsInOrder(bytes, at + 4, 4, ZERO - 8, codes);
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
  read(bytes, at, { codes, scales }) {
    scales[0] = bitsOfHalf(bytes, at);
    for (let i = 0; i < VALUES; i++) codes[i] = bytes[at + 2 + i]! ^ 128;
  },
};

/** Values of the types with a code book, which grow where weights are rare (ggml-common.h, `kvalues_iq4nl`). */
const CODE_BOOK = [-127, -104, -83, -65, -49, -35, -22, -10, 1, 13, 25, 38, 53, 69, 89, 113];
const CODES = Uint8Array.from(CODE_BOOK, (value) => value + ZERO - 8);

/** d, 16 × two places in the code book: `d v`. */
export const IQ4_NL: BlockType = {
  bytes: 18,
  values: VALUES,
  block: VALUES,
  bits: 8,
  offset: 'eightScales',
  half: true,
  read(bytes, at, { codes, scales }) {
    scales[0] = bitsOfHalf(bytes, at);
    nibbles(bytes, at + 2, RUN, codes);
    fromBook(codes);
  },
};

/** Puts the codes of values of the code book in place of their places in it, for types whose offset is `eightScales`. */
export function fromBook(codes: Uint8Array): void {
  for (let i = 0; i < codes.length; i++) codes[i] = CODES[codes[i]!]!;
}
