import { convertedBytes } from './blocks/types';
import { readGguf } from './readGguf';

/** Bytes that the weights of a GGUF file take once it is imported; K types grow. Throws `bad-model` where it is not one. */
export async function importBytes(path: string): Promise<number> {
  const { tensors } = await readGguf(path);
  // A file with a type that cannot be read is refused before anything is written.
  return [...tensors.values()].reduce(
    (sum, { type, columns, rows }) => sum + (convertedBytes(type, columns * rows) ?? 0),
    0,
  );
}
