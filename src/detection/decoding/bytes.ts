import type { Hit } from '../hit';
import { type Decoded, LONGEST, whole } from './decoded';
import { decodeBase32 } from './base32';
import { decodeAscii85, decodeRfc1924 } from './base85';
import { compressedForm, unpack } from './compressed';
import { beginsText, GLANCE, isLanguage, textOf } from './language';

/** A way to write bytes without white space between them. */
interface ByteEncoding {
  name: string;
  /** A stretch of it within a run. Global, and bounded: a run may have megabytes. */
  stretch: RegExp;
  /** A sign that every such stretch has. */
  sign?: string;
  /** How many characters the first glance needs. */
  glance: number;
  decode(written: string): Buffer;
}

/** Fewest characters of a run that is looked at. */
export const SHORTEST_RUN = 24;

/** The signs of base 85 by RFC 1924, for a class of an expression. */
const rfc1924 = '0-9A-Za-z!#$%&()*+;<=>?@^_`{|}~-';

/** The rest of a text in lines of one length, as mail and keys have it. */
const lines = /(?:\r?\n[A-Za-z0-9+/]{40,100}){0,200}(?:\r?\n[A-Za-z0-9+/]{1,100})?={0,2}/y;

const encodings: readonly ByteEncoding[] = [
  {
    name: 'percent-encoding',
    sign: '%',
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
    stretch: new RegExp(`(?<![0-9A-Za-z])(?:[01]{8}){6,${LONGEST >> 3}}(?![0-9A-Za-z])`, 'g'),
    glance: 8 * GLANCE,
    decode: (written) => Buffer.from(written.match(/.{8}/g)?.map((octet) => parseInt(octet, 2)) ?? []),
  },
  {
    name: 'hexadecimal',
    stretch: new RegExp(`(?<![0-9A-Za-z])(?:0x)?(?:[0-9a-fA-F]{2}){12,${LONGEST >> 1}}`, 'g'),
    glance: 2 * GLANCE + 2,
    decode: (written) => Buffer.from(written.replace(/^0x/, ''), 'hex'),
  },
  {
    name: 'base32',
    stretch: new RegExp(`(?<![A-Za-z0-9])[A-Z2-7]{${SHORTEST_RUN},${LONGEST}}={0,6}(?![A-Za-z0-9])`, 'g'),
    glance: 20,
    decode: decodeBase32,
  },
  {
    name: 'base64',
    stretch: new RegExp(`(?<![A-Za-z0-9+/_-])[A-Za-z0-9+/_-]{${SHORTEST_RUN},${LONGEST}}={0,2}`, 'g'),
    glance: 16,
    decode: (written) => Buffer.from(written, 'base64'),
  },
  {
    name: 'base85',
    stretch: new RegExp(`(?<![${rfc1924}])[${rfc1924}]{${SHORTEST_RUN},${LONGEST}}`, 'g'),
    glance: 15,
    decode: decodeRfc1924,
  },
  {
    // Its signs are those of quotation too, so that only a whole run is one.
    name: 'Ascii85',
    stretch: new RegExp(`(?<=^(?:<~|["'\`(]{0,2}))(?!["'\`(]|<~)[!-u]{20,${LONGEST}}`, 'g'),
    glance: 15,
    decode: decodeAscii85,
  },
];

/** What the runs of a text say in bytes, where that is writing. */
export function* decodeRun(text: string, { start, end }: Hit): Generator<Decoded> {
  // A line of one sign says nothing in any of them.
  if (repeats(text, start, end)) return;
  const run = text.slice(start, end);
  for (const { name, sign, stretch, glance, decode } of encodings) {
    if (sign !== undefined && !run.includes(sign)) continue;
    stretch.lastIndex = 0;
    for (let match = stretch.exec(run); match; match = stretch.exec(run)) {
      const [written] = match;
      const first = decode(written.slice(0, glance));
      const packed = compressedForm(first);
      if (!packed && !beginsText(first)) continue;
      const from = start + match.index;
      const to = name === 'base64' ? endOfLines(text, from, from + written.length) : from + written.length;
      const bytes = decode(text.slice(from, to));
      const said = textOf(packed ? unpack(bytes) : bytes);
      if (isLanguage(said))
        yield whole({ start: from, end: to }, packed ? `${packed.name} in ${name}` : name, said);
    }
  }
}

/** Whether a run is one sign over and over. */
function repeats(text: string, start: number, end: number): boolean {
  let at = start + 1;
  while (at < end && text.charCodeAt(at) === text.charCodeAt(start)) at += 1;
  return at === end;
}

/** Where the lines end that a first line of base64 begins. */
function endOfLines(text: string, start: number, end: number): number {
  if (end - start < 40 || end - start > 100) return end;
  lines.lastIndex = end;
  return lines.test(text) ? lines.lastIndex : end;
}
