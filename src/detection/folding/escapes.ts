import { readReference } from './characterReferences';
import { type Escape, isReadable } from './escape';
import { type Links, readPercent } from './percents';

/** What may begin an escape, and by code unit whether it does. */
const openings = '&\\<%';
export const opensEscape = new Uint8Array(0x10000);
for (const opening of openings) opensEscape[opening.charCodeAt(0)] = 1;

/**
 * The escape that begins at an offset, where there is one: a character reference of HTML, an escape of JSON, YAML or a
 * program, tags or a comment inside a word, a percent-encoded character of a link. Only characters that sentences
 * are made of are read: `&lt;` and its like say that no markup is meant.
 */
export function escapeAt(written: string, at: number, links: Links): Escape | null {
  switch (written.charCodeAt(at)) {
    case 0x26:
      return readReference(written, at);
    case 0x5c:
      return readBackslash(written, at);
    case 0x3c:
      return readTags(written, at);
    default:
      return readPercent(written, at, links);
  }
}

const hex = '[0-9a-fA-F]';
const backslash = new RegExp(`\\\\(?:u\\{(${hex}{1,6})\\}|u(${hex}{4})|U(${hex}{8})|x([0-7]${hex}))`, 'y');
const lowSurrogate = new RegExp(`\\\\u([dD][c-fC-F]${hex}{2})`, 'y');

function readBackslash(written: string, at: number): Escape | null {
  backslash.lastIndex = at;
  const match = backslash.exec(written);
  if (!match) return null;
  let next = backslash.lastIndex;
  let code = parseInt(match[1] ?? match[2] ?? match[3] ?? match[4]!, 16);
  if (code >= 0xd800 && code < 0xdc00) {
    lowSurrogate.lastIndex = next;
    const low = lowSurrogate.exec(written);
    if (!low) return null;
    code = 0x10000 + ((code - 0xd800) << 10) + (parseInt(low[1]!, 16) - 0xdc00);
    next = lowSurrogate.lastIndex;
  }
  return isReadable(code) ? { form: String.fromCodePoint(code), next } : null;
}

const attributes = '(?:\\s[^<>/]{0,80})?';
const inline = 'b|i|em|strong|span|font|u|s|small|big|mark|wbr|bdi|bdo|ins|tt';
/** Tags in a row that change how a word looks and not what it says: of styles, of empty elements, a comment of a word. */
const tags = new RegExp(
  `(?:<\\/?(?:${inline})${attributes}\\/?>|<([a-z][a-z0-9-]{0,20})${attributes}><\\/\\1>|<!--[\\s\\w]{0,12}-->){1,8}(?=[\\p{L}\\p{N}&\\\\])`,
  'iuy',
);
const inWord = /[\p{L}\p{N};]/u;

function readTags(written: string, at: number): Escape | null {
  if (at === 0 || !inWord.test(written[at - 1]!)) return null;
  tags.lastIndex = at;
  return tags.test(written) ? { form: '', next: tags.lastIndex } : null;
}
