import type { BlockType } from './blockType';
import { addBits, addTwoBits, half, nibbles } from './packed';
import { fromBook } from './smallBlocks';

/**
 * Types with a scale for each 256 values of a row, and small ones for each 16 or 32 of them. Layouts: ggml-common.h. Products of the two scales are exact in float32: 11 bits
 * times at most 8.
 */
const VALUES = 256;

/** A code of 8 bits that stands for 0. */
const ZERO = 136;

/** 16 × (scale, minimum) of 4 bits, 64 bytes of 2-bit codes, d, dmin: `d s q − dmin m`. */
export const Q2_K: BlockType = {
  bytes: 84,
  values: VALUES,
  block: 16,
  bits: 4,
  offset: 'minimumAndEightScales',
  half: false,
  read(bytes, at, { codes, scales, minima }) {
    const d = half(bytes, at + 80);
    const dmin = half(bytes, at + 82);
    for (let j = 0; j < 16; j++) {
      const both = bytes[at + j]!;
      scales[j] = d * (both & 15);
      minima[j] = -dmin * (both >> 4);
    }
    codes.fill(0);
    addTwoBits(bytes, at + 16, 0, 0, codes);
  },
};

/** 32 bytes of third bits, 64 of 2-bit codes, 12 of 6-bit scales, d: `d (s − 32) (q − 4)`. */
export const Q3_K: BlockType = {
  bytes: 110,
  values: VALUES,
  block: 16,
  bits: 4,
  offset: 'none',
  half: false,
  read(bytes, at, { codes, scales }) {
    const d = half(bytes, at + 108);
    for (let j = 0; j < 16; j++) {
      const low = bytes[at + 96 + (j & 7)]!;
      const high = bytes[at + 104 + (j & 3)]!;
      scales[j] = d * (((j < 8 ? low & 15 : low >> 4) | (((high >> (2 * (j >> 2))) & 3) << 4)) - 32);
    }
    codes.fill(0);
    addTwoBits(bytes, at + 32, 0, 0, codes);
    addBits(bytes, at, 2, 4, codes);
  },
};

/** d, dmin, 12 bytes of 6-bit scales and minima, 128 bytes of codes: `d s q − dmin m`. */
export const Q4_K: BlockType = {
  bytes: 144,
  values: VALUES,
  block: 32,
  bits: 4,
  offset: 'minimumAndEightScales',
  half: false,
  read(bytes, at, { codes, scales, minima }) {
    scalesAndMinima(bytes, at, scales, minima);
    nibbles(bytes, at + 16, 32, codes);
  },
};

/** As Q4_K, with 32 bytes of fifth bits before the codes. */
export const Q5_K: BlockType = {
  bytes: 176,
  values: VALUES,
  block: 32,
  bits: 8,
  offset: 'minimumAndEightScales',
  half: false,
  read(bytes, at, { codes, scales, minima }) {
    scalesAndMinima(bytes, at, scales, minima);
    nibbles(bytes, at + 48, 32, codes);
    addBits(bytes, at + 16, 4, ZERO - 8, codes);
  },
};

/** 128 bytes of low halves, 64 of upper 2 bits, 16 × int8 scale, d: `d s (q − 32)`. */
export const Q6_K: BlockType = {
  bytes: 210,
  values: VALUES,
  block: 16,
  bits: 8,
  offset: 'none',
  half: false,
  read(bytes, at, { codes, scales }) {
    const d = half(bytes, at + 208);
    for (let j = 0; j < 16; j++) scales[j] = d * ((bytes[at + 192 + j]! << 24) >> 24);
    nibbles(bytes, at, 64, codes);
    addTwoBits(bytes, at + 128, 4, ZERO - 32, codes);
  },
};

/** d, 8 × 2 upper bits and 8 × 4 lower bits of scales, 128 bytes of places in the code book: `d (s − 32) v`. */
export const IQ4_XS: BlockType = {
  bytes: 136,
  values: VALUES,
  block: 32,
  bits: 8,
  offset: 'eightScales',
  half: false,
  read(bytes, at, { codes, scales }) {
    const d = half(bytes, at);
    for (let j = 0; j < 8; j++) {
      const lower = (bytes[at + 4 + (j >> 1)]! >> (4 * (j & 1))) & 15;
      const upper = (bytes[at + 2 + (j >> 2)]! >> (2 * (j & 3))) & 3;
      scales[j] = d * ((lower | (upper << 4)) - 32);
    }
    nibbles(bytes, at + 8, 16, codes);
    fromBook(codes);
  },
};

/** d and dmin times eight scales and minima of 6 bits in 12 bytes (ggml-quants.c, `get_scale_min_k4`). */
function scalesAndMinima(
  bytes: Uint8Array,
  at: number,
  scales: Float32Array | Uint16Array,
  minima: Float32Array | Uint16Array,
): void {
  const d = half(bytes, at);
  const dmin = half(bytes, at + 2);
  const byte = (j: number): number => bytes[at + 4 + j]!;
  for (let j = 0; j < 4; j++) {
    scales[j] = d * (byte(j) & 63);
    minima[j] = -dmin * (byte(j + 4) & 63);
    scales[j + 4] = d * ((byte(j + 8) & 15) | ((byte(j) >> 6) << 4));
    minima[j + 4] = -dmin * ((byte(j + 8) >> 4) | ((byte(j + 4) >> 6) << 4));
  }
}
