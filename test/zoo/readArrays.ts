import { inflateRawSync } from 'node:zlib';

/** An array of a NumPy file; whatever its type, as numbers. */
export interface NumpyArray {
  dims: number[];
  values: Float32Array;
}

/** Reads the arrays of a `.npz`: a zip of `.npy` files (PKWARE APPNOTE 4.3; NEP 1). float32 only. */
export function readNpz(bytes: Buffer): Map<string, NumpyArray> {
  const arrays = new Map<string, NumpyArray>();
  const end = bytes.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'));
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    const [method, packed] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20)];
    const [nameLength, extra, comment] = [28, 30, 32].map((o) => bytes.readUInt16LE(at + o)) as [
      number,
      number,
      number,
    ];
    const local = bytes.readUInt32LE(at + 42);
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength).replace(/\.npy$/, '');
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const data = bytes.subarray(start, start + packed);
    arrays.set(name, readNpy(method === 8 ? inflateRawSync(data) : data));
    at += 46 + nameLength + extra + comment;
  }
  return arrays;
}

function readNpy(bytes: Buffer): NumpyArray {
  const wide = bytes[6] === 1 ? 2 : 4;
  const length = wide === 2 ? bytes.readUInt16LE(8) : bytes.readUInt32LE(8);
  const header = bytes.toString('latin1', 8 + wide, 8 + wide + length);
  if (!/'descr': '<f4'/.test(header) || !/'fortran_order': False/.test(header))
    throw new Error(`unread: ${header}`);
  const dims = (/'shape': \(([^)]*)\)/.exec(header)?.[1] ?? '')
    .split(',')
    .filter((d) => d.trim() !== '')
    .map(Number);
  const data = Uint8Array.from(bytes.subarray(8 + wide + length));
  return { dims, values: new Float32Array(data.buffer) };
}
