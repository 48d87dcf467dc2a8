import { slotOf } from '../tables/lexiconTables';

/** Keys and values of a hash table with open addressing, slot by slot. */
export interface HashTable<T> {
  keys: T;
  values: T;
}

/** A third of the slots stays empty at least, so that what is not there is soon known. */
const ROOM = 1.5;

/** Puts entries into a table in their order: of two with the same key, the first is met first. Values are not 0. */
export function hashTable<T extends Int32Array | Uint32Array>(
  entries: readonly (readonly [key: number, value: number])[],
  Column: new (length: number) => T,
): HashTable<T> {
  const slots = 2 ** Math.ceil(Math.log2(ROOM * entries.length + 1));
  const keys = new Column(slots);
  const values = new Column(slots);
  for (const [key, value] of entries) {
    let slot = slotOf(key, slots);
    while (values[slot] !== 0) slot = (slot + 1) & (slots - 1);
    keys[slot] = key;
    values[slot] = value;
  }
  return { keys, values };
}
