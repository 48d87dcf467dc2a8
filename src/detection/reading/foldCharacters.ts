/**
 * Letters as a reader sees them: full-width, mathematical, circled, accented and small-capital
 * letters read as their plain lower-case ones. Compatibility forms by Unicode NFKC.
 */

/** Letters of other scripts that look like Latin ones (a selection of Unicode's confusables.txt). */
const lookalikes = new Map<string, string>(
  [
    ...zip('авсԁеɡһіјкӏмпорԛгѕтуѵԝхуүʏ', 'abcdeghijklmnopqrstuvwxyyy'),
    ...zip('нβαεικνοπρτυχγηω', 'hbaeikvonptuxynw'),
  ].filter(([from, to]) => from !== to),
);

/** Letters without a compatibility form that still read as Latin ones. */
const plainForms = new Map<string, string>([
  ...zip('ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ', 'abcdefghijklmnoprstuvwyz'),
  ...zip('ıłøđħŧɡɑǫ', 'ilodhtgaq'),
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['þ', 'th'],
]);

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

/** The plain lower-case form of one character; empty where it is invisible or a mark over a letter. */
export function foldCharacter(codePoint: number): string {
  if (codePoint < 0x80) return String.fromCharCode(codePoint).toLowerCase();
  const known = folded.get(codePoint);
  if (known !== undefined) return known;
  const form = foldUncached(codePoint);
  folded.set(codePoint, form);
  return form;
}

function foldUncached(codePoint: number): string {
  if (isInvisible(codePoint)) return '';
  // Enclosed letters that NFKC leaves alone: negative circled and squared, regional indicators.
  for (const base of [0x1f150, 0x1f170, 0x1f1e6]) {
    if (codePoint >= base && codePoint < base + 26) return String.fromCharCode(97 + codePoint - base);
  }
  const character = String.fromCodePoint(codePoint);
  const compatible = character.normalize('NFKC').toLowerCase();
  const plain = plainForms.get(compatible);
  if (plain !== undefined) return plain;
  // Accents go from Latin, Greek and Cyrillic letters; other scripts need their marks.
  const bare = compatible.normalize('NFD').replace(/[\u0300-\u036f]/g, '');
  return /^[\u0000-\u052f]*$/.test(bare) ? bare : compatible;
}

/** A word in two scripts with its look-alikes read as Latin letters; any other word as it is. */
export function foldLookalikes(word: string): string {
  if (!/[a-zɡɪʏ]/.test(word) || !/[\u0370-\u052f\u0250-\u02af]/.test(word)) return word;
  return Array.from(word, (letter) => lookalikes.get(letter) ?? letter).join('');
}

function zip(from: string, to: string): [string, string][] {
  const target = Array.from(to);
  return Array.from(from, (letter, i) => [letter, target[i] ?? letter]);
}
