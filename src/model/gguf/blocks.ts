/**
 * The element types of GGUF that are read, taken apart into what ONNX wants. Layouts are those of
 * ggml-common.h: blocks of 32 values along a row, each with a float16 scale d before its values.
 *
 * | type | bytes a block | weight |
 * | --- | --- | --- |
 * | Q4_0 | d, 16 × two 4-bit values | d (q − 8) |
 * | Q4_1 | d, m, 16 × two 4-bit values | d q + m |
 * | Q8_0 | d, 32 × int8 | d q |
 */

export const BLOCK = 32;

interface TypeInfo {
  /** Values in a block, and the bytes it takes. */
  block: number;
  bytes: number;
}

const TYPES: Readonly<Record<string, TypeInfo>> = {
  F32: { block: 1, bytes: 4 },
  F16: { block: 1, bytes: 2 },
  Q4_0: { block: BLOCK, bytes: 2 + 16 },
  Q4_1: { block: BLOCK, bytes: 4 + 16 },
  Q8_0: { block: BLOCK, bytes: 2 + 32 },
};

/** Names of the types that can be read. */
export const supportedTypes: readonly string[] = Object.keys(TYPES);

/** Bytes of one row; `null` where the type is not supported or the row is not a whole number of blocks. */
export function rowBytes(type: string, columns: number): number | null {
  const info = TYPES[type];
  if (!info || columns % info.block !== 0) return null;
  return (columns / info.block) * info.bytes;
}

/**
 * The parts of quantised rows, each in row order. Values are unsigned 4-bit numbers, two to a byte,
 * the even one in the low half: what `MatMulNBits` and `GatherBlockQuantized` read, both of which take
 * 8 as their zero. An 8-bit value is kept as two: q + 128 = 16 `high` + `low`.
 */
export interface BlockParts {
  /** The values (Q4_0, Q4_1), or the low halves (Q8_0). */
  low: Uint8Array;
  /** The high halves (Q8_0). */
  high: Uint8Array | null;
  /** d of each block, float16, little-endian. */
  scales: Uint8Array;
  /** m of each block (Q4_1), float16, little-endian. */
  minima: Uint8Array | null;
}

/** Takes the blocks of a quantised tensor apart. */
export function splitBlocks(type: string, data: Uint8Array): BlockParts {
  if (type === 'Q8_0') return splitQ8(data);
  return splitQ4(data, type === 'Q4_1');
}

function splitQ8(data: Uint8Array): BlockParts {
  const blocks = data.length / 34;
  const low = new Uint8Array(blocks * 16);
  const high = new Uint8Array(blocks * 16);
  const scales = new Uint8Array(blocks * 2);
  for (let b = 0; b < blocks; b++) {
    const at = b * 34;
    scales.set(data.subarray(at, at + 2), b * 2);
    for (let i = 0; i < 16; i++) {
      // int8 + 128 is the same byte with its sign bit turned over.
      const even = data[at + 2 + 2 * i]! ^ 0x80;
      const odd = data[at + 3 + 2 * i]! ^ 0x80;
      low[b * 16 + i] = (even & 0x0f) | ((odd & 0x0f) << 4);
      high[b * 16 + i] = (even >> 4) | (odd & 0xf0);
    }
  }
  return { low, high, scales, minima: null };
}

function splitQ4(data: Uint8Array, withMinima: boolean): BlockParts {
  const head = withMinima ? 4 : 2;
  const size = head + 16;
  const blocks = data.length / size;
  const low = new Uint8Array(blocks * 16);
  const scales = new Uint8Array(blocks * 2);
  const minima = withMinima ? new Uint8Array(blocks * 2) : null;
  for (let b = 0; b < blocks; b++) {
    const at = b * size;
    scales.set(data.subarray(at, at + 2), b * 2);
    minima?.set(data.subarray(at + 2, at + 4), b * 2);
    // GGUF puts values 0–15 into the low halves of the 16 bytes and 16–31 into the high ones.
    for (let j = 0; j < 16; j += 2) {
      const first = data[at + head + j]!;
      const second = data[at + head + j + 1]!;
      low[b * 16 + j / 2] = (first & 0x0f) | ((second & 0x0f) << 4);
      low[b * 16 + 8 + j / 2] = (first >> 4) | (second & 0xf0);
    }
  }
  return { low, high: null, scales, minima };
}

/**
 * Puts the rows of a llama-family Q or K matrix back into the order of its heads: GGUF holds row
 * i and row i + d/2 of a head side by side (convert_hf_to_gguf.py, `permute`).
 */
export function unpermuteRows(data: Uint8Array, rows: number, heads: number): Uint8Array {
  const size = data.length / rows;
  const headRows = rows / heads;
  const result = new Uint8Array(data.length);
  for (let row = 0; row < rows; row++) {
    const inHead = row % headRows;
    const target = row - inHead + (inHead % 2) * (headRows / 2) + (inHead >> 1);
    result.set(data.subarray(row * size, (row + 1) * size), target * size);
  }
  return result;
}
