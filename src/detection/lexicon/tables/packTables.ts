import type { LexiconTables } from './lexiconTables';

/** The tables in the order in which they are packed, with the type of their elements. */
const columns = {
  bounds: Uint32Array,
  lettersFrom: Uint32Array,
  triggers: Uint32Array,
  beginnings: Uint32Array,
  wordHashes: Int32Array,
  wordIds: Int32Array,
  wordBits: Uint32Array,
  starts: Uint32Array,
  steps: Uint32Array,
  stepsTo: Uint32Array,
  saysFrom: Uint32Array,
  languages: Uint32Array,
  goesOn: Uint32Array,
  letters: Uint16Array,
  concepts: Uint8Array,
} as const satisfies { [K in keyof LexiconTables]: new (length: number) => LexiconTables[K] };

const names = Object.keys(columns) as (keyof LexiconTables)[];
/** Of the length of each table, which stand before all of them. */
const HEAD = names.length * Uint32Array.BYTES_PER_ELEMENT;

/** The tables as bytes: how many elements each has, then the tables, those with the widest elements first. */
export function packTables(tables: LexiconTables): Uint8Array {
  const parts = [
    Uint32Array.from(names, (name) => tables[name].length),
    ...names.map((name) => tables[name]),
  ];
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.byteLength, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength), at);
    at += part.byteLength;
  }
  return bytes;
}

/** The tables again, without looking at them: views of the bytes, which are moved where they are not aligned. */
export function unpackTables(bytes: Uint8Array): LexiconTables {
  const { buffer, byteOffset } = byteOffsetIsEven(bytes) ? bytes : bytes.slice();
  const lengths = new Uint32Array(buffer, byteOffset, names.length);
  let at = byteOffset + HEAD;
  const views = names.map((name, index) => {
    const view = new columns[name](buffer as ArrayBuffer, at, lengths[index]);
    at += view.byteLength;
    return [name, view];
  });
  return Object.fromEntries(views) as LexiconTables;
}

const byteOffsetIsEven = ({ byteOffset }: Uint8Array): boolean =>
  byteOffset % Uint32Array.BYTES_PER_ELEMENT === 0;
