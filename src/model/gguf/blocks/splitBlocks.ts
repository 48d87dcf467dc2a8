import { blockType } from './types';

/**
 * The parts of quantised rows, each in row order. Codes are unsigned 4-bit numbers, two to a byte, the even one in the low half: what
 * `MatMulNBits` and `GatherBlockQuantized` read, both of which take 8 as their zero. A code of 8 bits is kept as two: 16 `high` + `low`.
 */
export interface BlockParts {
  /** The codes of 4 bits, or the low halves of those of 8. */
  low: Uint8Array;
  /** The high halves of codes of 8 bits. */
  high: Uint8Array | null;
  /** Scale of each block: float16 or float32, little-endian (see `BlockType.half`). */
  scales: Uint8Array;
  /** Minimum of each block, of types that have one; as the scales. */
  minima: Uint8Array | null;
}

/** Takes the blocks of a quantised tensor apart. */
export function splitBlocks(type: string, data: Uint8Array): BlockParts {
  const info = blockType(type);
  const { bytes, values, block, bits } = info;
  const stretches = data.length / bytes;
  const packed = (): Uint8Array => new Uint8Array((stretches * values) / 2);
  const numbers = (count: number) => (info.half ? new Uint16Array(count) : new Float32Array(count));
  const blocks = values / block;
  const low = packed();
  const high = bits === 8 ? packed() : null;
  const scales = numbers(stretches * blocks);
  const minima = info.offset === 'minimumAndEightScales' ? numbers(stretches * blocks) : null;
  const into = { codes: new Uint8Array(values), scales: numbers(blocks), minima: numbers(blocks) };
  const { codes } = into;
  for (let s = 0; s < stretches; s++) {
    info.read(data, s * bytes, into);
    // One by one: `set` takes longer to begin than these few numbers do.
    for (let b = 0; b < blocks; b++) {
      scales[s * blocks + b] = into.scales[b]!;
      if (minima) minima[s * blocks + b] = into.minima[b]!;
    }
    for (let i = 0, at = (s * values) / 2; i < values; i += 2, at++) {
      low[at] = (codes[i]! & 15) | ((codes[i + 1]! & 15) << 4);
      if (high) high[at] = (codes[i]! >> 4) | (codes[i + 1]! & 240);
    }
  }
  return { low, high, scales: bytesOf(scales), minima: minima && bytesOf(minima) };
}

function bytesOf(numbers: Float32Array | Uint16Array): Uint8Array {
  return new Uint8Array(numbers.buffer);
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
