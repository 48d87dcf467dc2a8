import type { Hit } from '../hit';

const LONGEST_NAME = 64;
const LONGEST_ADDRESS = 500;

/** Web and mail addresses in a text, found from their `://` and `@`, in UTF-16 code units. */
export function readAddresses(content: string): Hit[] {
  const hits: Hit[] = [];
  for (let at = content.indexOf('://'); at >= 0; at = content.indexOf('://', at + 3)) {
    const scheme = /[a-z][a-z0-9+.-]{1,15}$/i.exec(content.slice(Math.max(0, at - 16), at));
    if (scheme) hits.push({ start: at - scheme[0].length, end: endOfAddress(content, at + 3) });
  }
  for (let at = content.indexOf('@'); at >= 0; at = content.indexOf('@', at + 1)) {
    const name = /[\w.+-]+$/.exec(content.slice(Math.max(0, at - LONGEST_NAME), at));
    const host = /^[\w-]+(?:\.[\w-]+)+/.exec(content.slice(at + 1, at + 1 + LONGEST_NAME));
    if (name && host) hits.push({ start: at - name[0].length, end: at + 1 + host[0].length });
  }
  return hits.sort((a, b) => a.start - b.start);
}

function endOfAddress(content: string, from: number): number {
  const rest = content.slice(from, from + LONGEST_ADDRESS);
  const stop = rest.search(/[\s"'`<>)\]]/);
  return from + (stop < 0 ? rest.length : stop);
}
