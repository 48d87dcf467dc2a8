import { type Escape, isReadable } from './escape';

/** Named references to what stands between words, or in them unseen. Those to `<`, `>` and `&` say that no markup is meant. */
const named: Readonly<Record<string, string>> = {
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  Tab: '\t',
  NewLine: '\n',
  shy: '',
  zwj: '',
  zwnj: '',
  quot: '"',
  apos: "'",
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  laquo: '«',
  raquo: '»',
  hellip: '…',
  mdash: '—',
  ndash: '–',
  comma: ',',
  period: '.',
  colon: ':',
  semi: ';',
  excl: '!',
  quest: '?',
  sol: '/',
  lowbar: '_',
  szlig: 'ß',
  aelig: 'æ',
  AElig: 'Æ',
  oelig: 'œ',
  OElig: 'Œ',
};
/** The end of a name that says which mark a letter has: `&eacute;`. */
const accented = /^([A-Za-z])(?:acute|grave|circ|uml|tilde|cedil|ring|caron|slash|breve|ogon|macr)$/;
const reference = /&(?:amp;)?(?:#(?:x([0-9a-f]{1,6})|([0-9]{1,7}));?|([a-z]{2,8});)/iy;

/** Reads a character reference of HTML, escaped once more or not; `null` where it is none of a sentence's characters. */
export function readReference(written: string, at: number): Escape | null {
  reference.lastIndex = at;
  const match = reference.exec(written);
  if (!match) return null;
  const next = reference.lastIndex;
  const [, hexadecimal, decimal, name] = match;
  if (name !== undefined) {
    const form = named[name] ?? accented.exec(name)?.[1];
    return form === undefined ? null : { form, next };
  }
  const code = hexadecimal === undefined ? Number(decimal) : parseInt(hexadecimal, 16);
  return isReadable(code) && !isMarkup(code) ? { form: String.fromCodePoint(code), next } : null;
}

const isMarkup = (code: number): boolean => code === 0x3c || code === 0x3e || code === 0x26;
