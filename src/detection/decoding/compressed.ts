import { gunzipSync, inflateSync } from 'node:zlib';

/** How many times as long as its bytes what they say may be: prose packs to a third. */
const MOST = 16;

/** How compressed bytes begin: gzip (RFC 1952, 2.3.1), and zlib with a window of 32 KB (RFC 1950, 2.2). */
const forms = [
  { name: 'gzip', start: [0x1f, 0x8b, 0x08], unpack: gunzipSync },
  { name: 'zlib', start: [0x78], unpack: inflateSync },
] as const;

/** Whether two bytes, as one number, may be what compressed bytes begin with. */
export function mayBeCompressed(firstTwo: number): boolean {
  return forms.some(({ start }) => start[0] === firstTwo >> 8);
}

/** The form of bytes that begin as compressed ones do. */
export function compressedForm(bytes: Buffer): (typeof forms)[number] | undefined {
  return forms.find(
    ({ name, start }) =>
      start.every((byte, at) => bytes[at] === byte) &&
      (name === 'gzip' || (bytes.length > 1 && bytes.readUInt16BE(0) % 31 === 0)),
  );
}

/** What compressed bytes hold; nothing where they are none, or would grow beyond a bound. */
export function unpack(bytes: Buffer): Buffer {
  try {
    return compressedForm(bytes)?.unpack(bytes, { maxOutputLength: MOST * bytes.length }) ?? Buffer.alloc(0);
  } catch {
    return Buffer.alloc(0);
  }
}
