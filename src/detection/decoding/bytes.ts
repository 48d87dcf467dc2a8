import type { Hit } from '../hit';
import { type Decoded, LONGEST, whole } from './decoded';
import { decodeBase32 } from './base32';
import { decodeAscii85, decodeRfc1924, firstOfAscii85, firstOfRfc1924 } from './base85';
import { compressedForm, mayBeCompressed, unpack } from './compressed';
import { beginsText, GLANCE, isLanguage, mayBeText, textOf } from './language';

/** A way to write bytes without white space between them. */
interface ByteEncoding {
  name: string;
  /** What a run has in which there may be a stretch of it, of what `signsIn` tells. */
  needs: number;
  /** A stretch of it within a run, or what ends with it in a group. Global, and bounded: a run may have megabytes. */
  stretch: RegExp;
  /** How many characters the first glance needs. */
  glance: number;
  /** The first two bytes as one number, by arithmetic alone: those of most stretches say nothing. */
  firstTwo?(written: string): number;
  decode(written: string): Buffer;
}

/** Fewest characters of a run that is looked at. */
export const SHORTEST_RUN = 24;

/** The signs of base 64 in both its alphabets, and of base 85 by RFC 1924, for a class of an expression. */
const base64 = 'A-Za-z0-9+/_-';
const rfc1924 = '0-9A-Za-z!#$%&()*+;<=>?@^_`{|}~-';

/** By code unit of ASCII, of which alphabets it is a sign: a bit for each. */
const signs = new Uint8Array(0x80);
const BASE64 = 1;
const BASE32 = 2;
const HEX = 4;
const RFC1924 = 8;
const PERCENT = 16;
for (const [kind, characters] of [
  [BASE64, base64],
  [BASE32, 'A-Z2-7'],
  [HEX, '0-9a-fA-F'],
  [RFC1924, rfc1924],
] as const) {
  const sign = new RegExp(`[${characters}]`);
  signs.forEach((kinds, unit) => {
    if (sign.test(String.fromCharCode(unit))) signs[unit] = kinds | kind;
  });
}

/** The values of the signs of base 64 (RFC 4648, sections 4 and 5), by code unit. */
const base64Values = new Uint8Array(0x80);
for (const alphabet of ['+/', '-_']) {
  const all = `ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789${alphabet}`;
  Array.from(all, (sign, value) => (base64Values[sign.charCodeAt(0)] = value));
}

/** The rest of a text in lines of one length, as mail and keys have it. */
const lines = /(?:\r?\n[A-Za-z0-9+/]{40,100}){0,200}(?:\r?\n[A-Za-z0-9+/]{1,100})?={0,2}/y;

function firstOfBase64(written: string): number {
  const value = (at: number): number => base64Values[written.charCodeAt(at)]!;
  return ((value(0) << 10) | (value(1) << 4) | (value(2) >> 2)) & 0xffff;
}

const encodings: readonly ByteEncoding[] = [
  {
    name: 'percent-encoding',
    needs: PERCENT,
    stretch: new RegExp(
      `(?:[\\w.~!*'()+-]{0,40}%[0-9a-fA-F]{2}){3,${LONGEST >> 2}}[\\w.~!*'()+-]{0,40}`,
      'g',
    ),
    glance: 3 * GLANCE,
    decode: (written) =>
      Buffer.from(
        written
          .replaceAll('+', ' ')
          .replace(/%([0-9a-fA-F]{2})/g, (_, byte: string) => String.fromCharCode(parseInt(byte, 16))),
        'latin1',
      ),
  },
  {
    name: 'binary digits',
    needs: HEX,
    stretch: new RegExp(`(?<![0-9A-Za-z])(?:[01]{8}){6,${LONGEST >> 3}}(?![0-9A-Za-z])`, 'g'),
    glance: 8 * GLANCE,
    decode: (written) => Buffer.from(written.match(/.{8}/g)?.map((octet) => parseInt(octet, 2)) ?? []),
  },
  {
    name: 'hexadecimal',
    needs: HEX,
    stretch: new RegExp(`(?<![0-9A-Za-z])(?:0x)?(?:[0-9a-fA-F]{2}){12,${LONGEST >> 1}}`, 'g'),
    glance: 2 * GLANCE + 2,
    decode: (written) => Buffer.from(written.replace(/^0x/, ''), 'hex'),
  },
  {
    name: 'base32',
    needs: BASE32,
    stretch: new RegExp(`(?<![A-Za-z0-9])[A-Z2-7]{${SHORTEST_RUN},${LONGEST}}={0,6}(?![A-Za-z0-9])`, 'g'),
    glance: 20,
    decode: decodeBase32,
  },
  {
    name: 'base64',
    needs: BASE64,
    stretch: new RegExp(`(?<![${base64}])[${base64}]{${SHORTEST_RUN},${LONGEST}}={0,2}`, 'g'),
    glance: 16,
    firstTwo: firstOfBase64,
    decode: (written) => Buffer.from(written, 'base64'),
  },
  {
    name: 'base85',
    needs: RFC1924,
    stretch: new RegExp(`(?<![${rfc1924}])[${rfc1924}]{${SHORTEST_RUN},${LONGEST}}`, 'g'),
    glance: 15,
    firstTwo: firstOfRfc1924,
    decode: decodeRfc1924,
  },
  {
    // Its signs are those of quotation too, so that only a whole run is one.
    name: 'Ascii85',
    needs: 0,
    stretch: new RegExp(`^(?:<~|["'\`(]{0,2})(?!["'\`(]|<~)([!-u]{20,${LONGEST}})`, 'g'),
    glance: 15,
    firstTwo: firstOfAscii85,
    decode: decodeAscii85,
  },
];

/** Adds to some pieces what a run of a text says in bytes, where that is writing. */
export function decodeRun(text: string, { start, end }: Hit, pieces: Decoded[]): void {
  // A line of one sign says nothing in any of them.
  if (repeats(text, start, end)) return;
  const run = text.slice(start, end);
  const present = signsIn(text, start, end) | (run.includes('%') ? PERCENT : 0);
  for (const encoding of encodings)
    if ((present & encoding.needs) === encoding.needs) decodeStretches(text, start, run, encoding, pieces);
}

function decodeStretches(
  text: string,
  start: number,
  run: string,
  { name, stretch, glance, firstTwo, decode }: ByteEncoding,
  pieces: Decoded[],
): void {
  stretch.lastIndex = 0;
  for (let match = stretch.exec(run); match; match = stretch.exec(run)) {
    const written = match[1] ?? match[0];
    if (firstTwo && !mayBegin(firstTwo(written))) continue;
    const first = decode(written.slice(0, glance));
    const packed = compressedForm(first);
    if (!packed && !beginsText(first)) continue;
    const end = start + match.index + match[0].length;
    const from = end - written.length;
    const to = name === 'base64' ? endOfLines(text, from, end) : end;
    const bytes = decode(text.slice(from, to));
    const said = textOf(packed ? unpack(bytes) : bytes);
    if (isLanguage(said))
      pieces.push(whole({ start: from, end: to }, packed ? `${packed.name} in ${name}` : name, said));
  }
}

const mayBegin = (firstTwo: number): boolean => mayBeText(firstTwo) || mayBeCompressed(firstTwo);

/** Whether a run is one sign over and over. */
function repeats(text: string, start: number, end: number): boolean {
  let at = start + 1;
  while (at < end && text.charCodeAt(at) === text.charCodeAt(start)) at += 1;
  return at === end;
}

/** The bits of the alphabets of which `SHORTEST_RUN` signs stand in a row in a run. */
function signsIn(text: string, start: number, end: number): number {
  let present = 0;
  if (hasRow(text, start, end, RFC1924)) present |= RFC1924;
  // The other alphabets are parts of that of base 64.
  if (hasRow(text, start, end, BASE64)) {
    present |= BASE64;
    if (hasRow(text, start, end, BASE32)) present |= BASE32;
    if (hasRow(text, start, end, HEX)) present |= HEX;
  }
  return present;
}

/** Whether so many signs of an alphabet stand in a row. Looks at few of those of another. */
function hasRow(text: string, start: number, end: number, kind: number): boolean {
  for (let from = start; from + SHORTEST_RUN <= end;) {
    // From the last sign that a row from here would need, back to the first.
    let at = from + SHORTEST_RUN - 1;
    while (at >= from && (signsOf(text.charCodeAt(at)) & kind) !== 0) at -= 1;
    if (at < from) return true;
    from = at + 1;
  }
  return false;
}

const signsOf = (unit: number): number => (unit < 0x80 ? signs[unit]! : 0);

/** Where the lines end that a first line of base64 begins. */
function endOfLines(text: string, start: number, end: number): number {
  if (end - start < 40 || end - start > 100) return end;
  lines.lastIndex = end;
  return lines.test(text) ? lines.lastIndex : end;
}
