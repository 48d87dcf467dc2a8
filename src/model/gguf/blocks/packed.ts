import { fromFloat16 } from './float16';

/**
 * How codes and numbers lie in the bytes of a block (ggml-quants.c, `dequantize_row_…`). Loops over bytes: a model has
 * billions of codes.
 */

/** The number of a float16 at byte `at`. */
export function half(bytes: Uint8Array, at: number): number {
  return fromFloat16(bitsOfHalf(bytes, at));
}

/** Its bits. */
export function bitsOfHalf(bytes: Uint8Array, at: number): number {
  return bytes[at]! | (bytes[at + 1]! << 8);
}

/** Codes of 4 bits: of each stretch of `2 × run` the first half lies below the second. */
export function nibbles(bytes: Uint8Array, at: number, run: number, codes: Uint8Array): void {
  for (let first = 0; first < codes.length; first += 2 * run) {
    for (let i = first; i < first + run; i++) {
      const both = bytes[at++]!;
      codes[i] = both & 15;
      codes[i + run] = both >> 4;
    }
  }
}

/** Adds numbers of 2 bits, `shift` to the left, and `base` to each: of each 128 four quarters lie over one another. */
export function addTwoBits(
  bytes: Uint8Array,
  at: number,
  shift: number,
  base: number,
  codes: Uint8Array,
): void {
  for (let first = 0; first < codes.length; first += 128) {
    for (let i = first; i < first + 32; i++) {
      const four = bytes[at++]!;
      codes[i]! += ((four & 3) << shift) + base;
      codes[i + 32]! += (((four >> 2) & 3) << shift) + base;
      codes[i + 64]! += (((four >> 4) & 3) << shift) + base;
      codes[i + 96]! += ((four >> 6) << shift) + base;
    }
  }
}

/**
 * Adds a bit, `shift` to the left, and `base` to each of 256 values: those of a stretch of 32 have a place of their own in
 * 32 bytes.
 */
export function addBits(bytes: Uint8Array, at: number, shift: number, base: number, codes: Uint8Array): void {
  for (let place = 0, first = 0; place < 8; place++, first += 32) {
    for (let i = 0; i < 32; i++) codes[first + i]! += (((bytes[at + i]! >> place) & 1) << shift) + base;
  }
}

/** The same of 32 values, whose bits stand in their order. */
export function addBitsInOrder(
  bytes: Uint8Array,
  at: number,
  shift: number,
  base: number,
  codes: Uint8Array,
): void {
  for (let first = 0; first < codes.length; first += 8) {
    const eight = bytes[at++]!;
    for (let i = 0; i < 8; i++) codes[first + i]! += (((eight >> i) & 1) << shift) + base;
  }
}
