import type { BlockType } from './blockType';
import { IQ4_XS, Q2_K, Q3_K, Q4_K, Q5_K, Q6_K } from './kBlocks';
import { IQ4_NL, Q4_0, Q4_1, Q5_0, Q5_1, Q8_0 } from './smallBlocks';

/** Types of plain numbers, by their bytes. */
const PLAIN: Readonly<Record<string, number>> = { F32: 4, F16: 2, BF16: 2 };

/** Types of blocks, by GGML's names. */
const BLOCKS: Readonly<Record<string, BlockType>> = {
  Q4_0,
  Q4_1,
  Q5_0,
  Q5_1,
  Q8_0,
  IQ4_NL,
  Q2_K,
  Q3_K,
  Q4_K,
  Q5_K,
  Q6_K,
  IQ4_XS,
};

/** Names of the types that can be read. */
export const supportedTypes: readonly string[] = [...Object.keys(PLAIN), ...Object.keys(BLOCKS)];

/** Whether a type holds plain numbers. */
export function isPlain(type: string): boolean {
  return type in PLAIN;
}

/** Throws where the type holds plain numbers, or is not supported. */
export function blockType(type: string): BlockType {
  const found = BLOCKS[type];
  if (!found) throw new Error(`no type of blocks: ${type}`);
  return found;
}

/** Bytes of one row; `null` where the type is not supported or the row is not a whole number of blocks. */
export function rowBytes(type: string, columns: number): number | null {
  const plain = PLAIN[type];
  if (plain !== undefined) return columns * plain;
  const info = BLOCKS[type];
  return info && columns % info.values === 0 ? (columns / info.values) * info.bytes : null;
}

/** Bytes that values take once their blocks are taken apart (see splitBlocks.ts); `null` where the type is not supported. */
export function convertedBytes(type: string, values: number): number | null {
  const plain = PLAIN[type];
  if (plain !== undefined) return values * plain;
  const info = BLOCKS[type];
  if (!info) return null;
  const numbers = info.offset === 'minimumAndEightScales' ? 2 : 1;
  return (values * info.bits) / 8 + (values / info.block) * numbers * (info.half ? 2 : 4);
}
