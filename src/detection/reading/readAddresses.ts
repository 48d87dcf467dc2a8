import type { Hit } from '../hit';

const LONGEST_NAME = 64;
const LONGEST_SCHEME = 16;
/** What an address has behind its slashes, of which so much is looked at. */
const address = /[^\s"'`<>)\]]{0,500}/y;

/** Web and mail addresses in a text, found from their `://` and `@`, in UTF-16 code units. */
export function readAddresses(content: string): Hit[] {
  const hits: Hit[] = [];
  for (let at = content.indexOf('://'); at >= 0; at = content.indexOf('://', at + 3)) {
    const start = startOfScheme(content, at);
    if (start <= at - 2) hits.push({ start, end: endOfAddress(content, at + 3) });
  }
  for (let at = content.indexOf('@'); at >= 0; at = content.indexOf('@', at + 1)) {
    const name = /[\w.+-]+$/.exec(content.slice(Math.max(0, at - LONGEST_NAME), at));
    const host = /^[\w-]+(?:\.[\w-]+)+/.exec(content.slice(at + 1, at + 1 + LONGEST_NAME));
    if (name && host) hits.push({ start: at - name[0].length, end: at + 1 + host[0].length });
  }
  return hits.sort((a, b) => a.start - b.start);
}

/** Where the scheme of an address begins (RFC 3986, 3.1), read back from its colon. */
function startOfScheme(content: string, colon: number): number {
  let start = colon;
  for (let at = colon - 1; at >= 0 && at >= colon - LONGEST_SCHEME; at--) {
    const unit = content.charCodeAt(at);
    const small = unit | 0x20;
    if (small >= 0x61 && small <= 0x7a) start = at;
    else if (!(unit >= 0x30 && unit <= 0x39) && unit !== 0x2b && unit !== 0x2d && unit !== 0x2e) break;
  }
  return start;
}

function endOfAddress(content: string, from: number): number {
  address.lastIndex = from;
  address.test(content);
  return address.lastIndex;
}
