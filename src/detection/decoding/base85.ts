/** The signs for 0 to 84: of Adobe's Ascii85, and of RFC 1924 as Git and Python have it. */
const ascii85 = table(Array.from({ length: 85 }, (_, value) => String.fromCharCode(33 + value)).join(''));
const rfc1924 = table(
  '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~',
);

/** Decodes Ascii85 up to the first sign that is none of it. */
export function decodeAscii85(written: string): Buffer {
  return decodeBy(ascii85, written);
}

/** The same for base 85 by RFC 1924. */
export function decodeRfc1924(written: string): Buffer {
  return decodeBy(rfc1924, written);
}

/** The first two bytes of Ascii85, as one number. */
export function firstOfAscii85(written: string): number {
  return firstBy(ascii85, written);
}

/** The same of base 85 by RFC 1924. */
export function firstOfRfc1924(written: string): number {
  return firstBy(rfc1924, written);
}

function firstBy(values: Int8Array, written: string): number {
  let group = 0;
  for (let at = 0; at < 5; at++) group = group * 85 + values[written.charCodeAt(at)]!;
  return Math.floor(group / 2 ** 16);
}

/** Groups of five signs are four bytes; a last one of fewer is filled up and its bytes cut. */
function decodeBy(values: Int8Array, written: string): Buffer {
  const most =
    4 * (values === ascii85 && written.includes('z') ? written.length : Math.ceil(written.length / 5));
  const bytes = Buffer.allocUnsafe(most);
  let length = 0;
  for (let at = 0; at < written.length; at += 5) {
    // A "z" stands for four bytes.
    if (written[at] === 'z' && values === ascii85) {
      length = bytes.writeUInt32BE(0, length);
      at -= 4;
      continue;
    }
    const count = Math.min(5, written.length - at);
    let group = 0;
    for (let i = 0; i < 5; i++) {
      const value = i < count ? (values[written.charCodeAt(at + i)] ?? -1) : 84;
      if (value < 0) return bytes.subarray(0, length);
      group = group * 85 + value;
    }
    if (group > 0xffffffff) return bytes.subarray(0, length);
    for (let i = 0; i < count - 1; i++) bytes[length++] = (group / 2 ** (24 - 8 * i)) & 0xff;
  }
  return bytes.subarray(0, length);
}

function table(signs: string): Int8Array {
  const values = new Int8Array(128).fill(-1);
  Array.from(signs, (sign, value) => (values[sign.charCodeAt(0)] = value));
  return values;
}
