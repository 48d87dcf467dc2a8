import { expect, it } from 'vitest';
import { lexicon } from '../../../../../src/detection/lexicon';
import { packTables, unpackTables } from '../../../../../src/detection/lexicon/tables/packTables';

it.each([0, 1, 4])('tables are the same after packing, wherever their bytes begin: at %i', (offset) => {
  const packed = packTables(lexicon);
  const moved = new Uint8Array(packed.length + offset);
  moved.set(packed, offset);
  const tables = unpackTables(moved.subarray(offset));
  for (const [name, table] of Object.entries(lexicon) as [keyof typeof lexicon, Uint8Array][])
    expect(Buffer.compare(bytesOf(tables[name]), bytesOf(table)), name).toBe(0);
});

function bytesOf({ buffer, byteOffset, byteLength }: ArrayBufferView): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}
