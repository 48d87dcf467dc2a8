/**
 * Characters as a reader sees them: full-width, mathematical, circled, accented and small-capital
 * letters read as their plain ones, in the same case. Compatibility forms by Unicode NFKC.
 */

/** Letters without a compatibility form that still read as Latin ones. */
const plainForms = new Map<string, string>([
  ...zip('ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ', 'abcdefghijklmnoprstuvwyz'),
  ...zip('ıłøđħŧɡɑǫŁØĐĦŦǪ', 'ilodhtgaqLODHTQ'),
  ['ß', 'ss'],
  ['ẞ', 'SS'],
  ['æ', 'ae'],
  ['Æ', 'AE'],
  ['œ', 'oe'],
  ['Œ', 'OE'],
  ['þ', 'th'],
  ['Þ', 'TH'],
  // Letters that Arabic and Hindi spell either way.
  ['ة', 'ه'],
  ['ى', 'ي'],
  ['ँ', 'ं'],
]);

const letterLike = /[\p{L}\p{N}\p{M}]/u;
const folded = new Map<number, string>();

/** Whether a character takes no room on the page, so that it can split a word unseen. */
export function isInvisible(codePoint: number): boolean {
  return (
    codePoint === 0xad ||
    codePoint === 0x34f ||
    codePoint === 0x61c ||
    (codePoint >= 0x115f && codePoint <= 0x1160) ||
    (codePoint >= 0x17b4 && codePoint <= 0x17b5) ||
    (codePoint >= 0x180b && codePoint <= 0x180f) ||
    (codePoint >= 0x200b && codePoint <= 0x200f) ||
    (codePoint >= 0x202a && codePoint <= 0x202e) ||
    (codePoint >= 0x2060 && codePoint <= 0x206f) ||
    codePoint === 0x3164 ||
    (codePoint >= 0xfe00 && codePoint <= 0xfe0f) ||
    codePoint === 0xfeff ||
    codePoint === 0xffa0 ||
    (codePoint >= 0xe0000 && codePoint <= 0xe0fff)
  );
}

/** The plain form of one character; empty where it is invisible or a mark over a letter. */
export function foldCharacter(codePoint: number): string {
  let form = folded.get(codePoint);
  if (form === undefined) {
    form = foldUncached(codePoint);
    folded.set(codePoint, form);
  }
  return form;
}

function foldUncached(codePoint: number): string {
  if (isInvisible(codePoint)) return '';
  // Enclosed letters that NFKC leaves alone: negative circled and squared, regional indicators.
  for (const base of [0x1f150, 0x1f170, 0x1f1e6]) {
    if (codePoint >= base && codePoint < base + 26) return String.fromCharCode(97 + codePoint - base);
  }
  const character = String.fromCodePoint(codePoint);
  const compatible = character.normalize('NFKC');
  // A sign that would become several stays: "…" is not three ends of sentences.
  if (
    compatible.length > 1 &&
    !letterLike.test(character) &&
    !letterLike.test(compatible.replace(/\p{M}/gu, ''))
  )
    return character;
  const plain = plainForms.get(compatible);
  if (plain !== undefined) return plain;
  if (isVowelSign(codePoint)) return '';
  // Accents go from Latin, Greek and Cyrillic letters; other scripts need their marks.
  const bare = compatible.normalize('NFD').replace(/[\u0300-\u036f]/g, '');
  if (/^[\u0000-\u052f]*$/.test(bare)) return bare;
  return compatible.normalize('NFD').replace(unwritten, '').normalize('NFC') || compatible;
}

/**
 * Marks that writers leave out as they like: the hamza and madda over an alef, and the dot of a Devanagari letter
 * for foreign sounds.
 */
const unwritten = /(?<=\u0627)[\u0653-\u0655]|\u093c/g;

/** Vowel signs of Arabic and the stroke that draws a word out, which most texts do without; the lone nukta. */
function isVowelSign(codePoint: number): boolean {
  return (
    (codePoint >= 0x64b && codePoint <= 0x65f) ||
    codePoint === 0x670 ||
    codePoint === 0x640 ||
    codePoint === 0x93c
  );
}

function zip(from: string, to: string): [string, string][] {
  const target = Array.from(to);
  return Array.from(from, (letter, i) => [letter, target[i] ?? letter]);
}
