/**
 * How an element type of GGUF packs values. Each is read as numbers of one form, which is what ONNX Runtime multiplies with:
 * a value is `scale × (code − 136)`, or `scale × (code − 8)` of types with 4 bits, and what is added to all values of a
 * block is `minimum + 8 × scale` (Q4_1 and its like) or `8 × scale` (types whose codes would not fit otherwise).
 */
export interface BlockType {
  /** Bytes that a stretch of values takes in the file, and how many values it holds. */
  bytes: number;
  values: number;
  /** Values that share a scale: 16 or 32. */
  block: number;
  /** Bits of a code. */
  bits: 4 | 8;
  /** What is added to the values of a block. */
  offset: 'none' | 'eightScales' | 'minimumAndEightScales';
  /** Whether scales and minima are float16 as in the file, or float32: products of two numbers in the file. */
  half: boolean;
  /** Reads the stretch that begins at byte `at`. */
  read(bytes: Uint8Array, at: number, into: Stretch): void;
}

/** One stretch of values, as it is read. */
export interface Stretch {
  /** `[values]`: codes in the order of the row. */
  codes: Uint8Array;
  /** `[values / block]`: scales, and minima of types that have them; the bits of a float16 where `half`. */
  scales: Float32Array | Uint16Array;
  minima: Float32Array | Uint16Array;
}
