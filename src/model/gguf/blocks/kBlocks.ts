import type { BlockType } from './blockType';
import { fromFloat16 } from './float16';
import { codeOf, halves } from './smallBlocks';

/**
 * Types with a scale for each 256 values of a row, and small ones for each 16 or 32 of them. Layouts: ggml-common.h; how
 * the values lie in the bytes: ggml-quants.c, `dequantize_row_q…_K`. Products of the two scales are exact in float32: 11 bits
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
  read(data, at, { codes, scales, minima }) {
    const d = half(data, at + 80);
    const dmin = half(data, at + 82);
    for (let j = 0; j < 16; j++) {
      const both = data.getUint8(at + j);
      scales[j] = d * (both & 15);
      minima[j] = -dmin * (both >> 4);
    }
    for (let i = 0; i < VALUES; i++) codes[i] = twoBits(data, at + 16, i);
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
  read(data, at, { codes, scales }) {
    const d = half(data, at + 108);
    for (let j = 0; j < 16; j++) {
      const low = data.getUint8(at + 96 + (j & 7));
      const high = data.getUint8(at + 104 + (j & 3));
      scales[j] = d * (((j < 8 ? low & 15 : low >> 4) | (((high >> (2 * (j >> 2))) & 3) << 4)) - 32);
    }
    for (let i = 0; i < VALUES; i++) {
      const third = (data.getUint8(at + (i & 31)) >> (i >> 5)) & 1;
      codes[i] = (twoBits(data, at + 32, i) | (third << 2)) + 4;
    }
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
  read(data, at, { codes, scales, minima }) {
    scalesAndMinima(data, at, scales, minima);
    for (let i = 0; i < VALUES; i++) codes[i] = nibble(data, at + 16, i);
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
  read(data, at, { codes, scales, minima }) {
    scalesAndMinima(data, at, scales, minima);
    for (let i = 0; i < VALUES; i++) {
      const fifth = (data.getUint8(at + 16 + (i & 31)) >> (i >> 5)) & 1;
      codes[i] = (nibble(data, at + 48, i) | (fifth << 4)) + ZERO - 8;
    }
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
  read(data, at, { codes, scales }) {
    const d = half(data, at + 208);
    for (let j = 0; j < 16; j++) scales[j] = d * data.getInt8(at + 192 + j);
    for (let i = 0; i < VALUES; i++) {
      const [part, place] = [i >> 7, i & 127];
      const both = data.getUint8(at + part * 64 + (place & 63));
      const low = place < 64 ? both & 15 : both >> 4;
      const high = (data.getUint8(at + 128 + part * 32 + (place & 31)) >> (2 * (place >> 5))) & 3;
      codes[i] = (low | (high << 4)) - 32 + ZERO;
    }
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
  read(data, at, { codes, scales }) {
    const d = half(data, at);
    const upper = data.getUint16(at + 2, true);
    for (let j = 0; j < 8; j++) {
      const lower = (data.getUint8(at + 4 + (j >> 1)) >> (4 * (j & 1))) & 15;
      scales[j] = d * ((lower | (((upper >> (2 * j)) & 3) << 4)) - 32);
      halves(data, at + 8 + 16 * j, (i, place) => (codes[32 * j + i] = codeOf(place)));
    }
  },
};

function half(data: DataView, at: number): number {
  return fromFloat16(data.getUint16(at, true));
}

/** Code i of 2 bits: four quarters of 128 values lie over one another in 32 bytes. */
function twoBits(data: DataView, at: number, i: number): number {
  return (data.getUint8(at + 32 * (i >> 7) + (i & 31)) >> (2 * ((i >> 5) & 3))) & 3;
}

/** Code i of 4 bits: two halves of 64 values lie over one another in 32 bytes. */
function nibble(data: DataView, at: number, i: number): number {
  return (data.getUint8(at + 32 * (i >> 6) + (i & 31)) >> (4 * ((i >> 5) & 1))) & 15;
}

/** d and dmin times eight scales and minima of 6 bits in 12 bytes (ggml-quants.c, `get_scale_min_k4`). */
function scalesAndMinima(
  data: DataView,
  at: number,
  scales: Float32Array | Uint16Array,
  minima: Float32Array | Uint16Array,
): void {
  const d = half(data, at);
  const dmin = half(data, at + 2);
  const byte = (j: number): number => data.getUint8(at + 4 + j);
  for (let j = 0; j < 4; j++) {
    scales[j] = d * (byte(j) & 63);
    minima[j] = -dmin * (byte(j + 4) & 63);
    scales[j + 4] = d * ((byte(j + 8) & 15) | ((byte(j) >> 6) << 4));
    minima[j + 4] = -dmin * ((byte(j + 8) >> 4) | ((byte(j + 4) >> 6) << 4));
  }
}
