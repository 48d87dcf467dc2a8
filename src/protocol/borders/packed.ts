import { z } from '../schema';

declare const holds: unique symbol;

/**
 * A value as UTF-8 JSON. Threads, processes and pages hand on the bytes as they are; only whoever reads the value
 * opens it. So the extension host neither copies nor checks what it only passes on (tens of thousands of
 * numbers). Until then only its type says what is in the bytes.
 */
export type Packed<T> = Uint8Array & { readonly [holds]?: T };

/** The guard of a packed value: bytes; what is in them is checked where they are opened. */
export function packed<T>(_schema: z.ZodType<T>): z.ZodType<Packed<T>> {
  return z.instanceof(Uint8Array);
}

/** Packs a value; `replacer` as in `JSON.stringify`. */
export function pack<T>(value: T, replacer?: (key: string, value: unknown) => unknown): Packed<T> {
  return new TextEncoder().encode(JSON.stringify(value, replacer));
}

/** The value again. @throws ZodError where the bytes hold another. */
export function unpack<T>(bytes: Packed<T>, schema: z.ZodType<T>): T {
  return schema.parse(JSON.parse(new TextDecoder().decode(bytes)));
}
