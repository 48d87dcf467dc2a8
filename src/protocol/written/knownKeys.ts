import leven from 'leven';
import type { z } from '../schema';
import type { Path } from './problem';

/** What is looked at of a schema's definition. */
interface Definition {
  shape?: Record<string, z.ZodType>;
  element?: z.ZodType;
  valueType?: z.ZodType;
  innerType?: z.ZodType;
  options?: readonly z.ZodType[];
}

/** Names of the keys that a part of a document may have, by the schema of the document. */
export function knownKeys(schema: z.ZodType, path: Path): string[] {
  const { shape, element, valueType, innerType, options } = schema._zod.def as Definition;
  if (innerType) return knownKeys(innerType, path);
  if (options) return options.flatMap((option) => knownKeys(option, path));
  if (path.length === 0) return Object.keys(shape ?? {});
  const [name] = path;
  const next = element ?? valueType ?? (shape && Object.hasOwn(shape, name!) ? shape[name!] : undefined);
  return next ? knownKeys(next, path.slice(1)) : [];
}

/** The name that was meant by one that is not known, where one is near. */
export function nearest(name: string, known: readonly string[]): string | undefined {
  const limit = Math.max(2, Math.floor(name.length / 2));
  const distance = (other: string) => leven(name.toLowerCase().slice(0, 40), other.toLowerCase());
  const [first] = known
    .map((other) => ({ other, distance: distance(other) }))
    .sort((a, b) => a.distance - b.distance);
  return first && first.distance <= limit ? first.other : undefined;
}
