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
  const form = decoded(written.slice(at, at + 3 * bytes));
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

function decoded(written: string): string | null {
  try {
    return decodeURIComponent(written);
  } catch {
    return null;
  }
}
