/**
 * What a character is in a text: a separator, a letter of a word, or a word of its own where a script has no
 * spaces.
 */
export type CharacterKind = typeof SEPARATOR | typeof LETTER | typeof WHOLE;

export const SEPARATOR = 1;
export const LETTER = 2;
export const WHOLE = 3;

const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}ー]/u;
const wordLike = /[\p{L}\p{N}\p{M}]/u;

/** Kinds by UTF-16 code unit, 0 where not yet looked up; those of code points beyond these are kept apart. */
const kinds = new Uint8Array(0x10000);
const further = new Map<number, CharacterKind>();

export function characterKind(codePoint: number): CharacterKind {
  if (codePoint > 0xffff) {
    let kind = further.get(codePoint);
    if (kind === undefined) further.set(codePoint, (kind = kindUncached(codePoint)));
    return kind;
  }
  return (kinds[codePoint] || (kinds[codePoint] = kindUncached(codePoint))) as CharacterKind;
}

function kindUncached(codePoint: number): CharacterKind {
  const character = String.fromCodePoint(codePoint);
  return unspaced.test(character) ? WHOLE : wordLike.test(character) ? LETTER : SEPARATOR;
}
