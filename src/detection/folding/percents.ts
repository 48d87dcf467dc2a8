import type { Escape } from './escape';

/** The link that was looked at last: where it ends, and whether it is one. */
export interface Links {
  end: number;
  isLink: boolean;
}

/** How far back a link is looked for from its first percent sign, UTF-16 code units. */
const REACH = 300;
/** The beginning of a link up to an offset: an address, or the first value of a query. */
const link = /(?:[a-z][a-z0-9+.-]{1,15}:(?:\/\/)?|[?&][\w.-]{1,40}=)[^\s"'`<>]*$/i;
const stop = /[\s"'`<>]/g;

/** Reads a percent-encoded character of a link; `null` elsewhere, and where it is none of a sentence's characters. */
export function readPercent(written: string, at: number, links: Links): Escape | null {
  const first = byteAt(written, at);
  if (first < 0x20 || (first >= 0x80 && (first < 0xc2 || first > 0xf4))) return null;
  if (at >= links.end) {
    links.isLink = link.test(written.slice(Math.max(0, at - REACH), at));
    stop.lastIndex = at;
    links.end = stop.exec(written)?.index ?? written.length;
  }
  if (!links.isLink) return null;
  const bytes = first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
  const form = characterAt(written, at, bytes);
  return form !== null && spoken.test(form) ? { form, next: at + 3 * bytes } : null;
}

/** What sentences and addresses are made of; the rest of what links escape is data. */
const spoken = /^[\p{L}\p{M}\p{N}\p{Zs}\p{Cf}.,:;!?'’/\-–—。、，：！？]$/u;

/** The byte that is written at a percent sign; -1 where none is. */
function byteAt(written: string, at: number): number {
  const high = digit(written.charCodeAt(at + 1));
  const low = digit(written.charCodeAt(at + 2));
  return high < 0 || low < 0 ? -1 : 16 * high + low;
}

function digit(unit: number): number {
  if (unit >= 0x30 && unit <= 0x39) return unit - 0x30;
  const small = unit | 0x20;
  return small >= 0x61 && small <= 0x66 ? small - 0x57 : -1;
}

/**
 * The character that so many percent-encoded bytes stand for in UTF-8; `null` where they stand for none. By the standard
 * (RFC 3629) the shortest form alone, and no half of a pair. `decodeURIComponent` would throw an error for each.
 */
function characterAt(written: string, at: number, bytes: number): string | null {
  const first = byteAt(written, at);
  if (bytes === 1) return String.fromCharCode(first);
  let code = first & (0x7f >> bytes);
  for (let i = 1; i < bytes; i++) {
    if (written.charCodeAt(at + 3 * i) !== 0x25) return null;
    const byte = byteAt(written, at + 3 * i);
    if (byte < 0x80 || byte > 0xbf) return null;
    code = (code << 6) | (byte & 0x3f);
  }
  if (code < SMALLEST[bytes]! || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return null;
  return String.fromCodePoint(code);
}

/** The smallest code that takes so many bytes. */
const SMALLEST = [0, 0, 0x80, 0x800, 0x10000];
