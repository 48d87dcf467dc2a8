/** Characters of the matched text that a finding may show. */
const SHOWN = 8;

/**
 * The beginning of a matched text as it may be shown anywhere: at most eight characters, the rest `…`.
 * Whatever is not a plain letter, digit or punctuation is written as its code point.
 */
export function maskExcerpt(matched: string): string {
  const characters = Array.from(matched.slice(0, SHOWN * 2)).slice(0, SHOWN);
  const shown = characters
    .map((c) => (isPlain(c) ? c : `\\u{${(c.codePointAt(0) ?? 0).toString(16)}}`))
    .join('');
  return characters.join('').length < matched.length ? `${shown}…` : shown;
}

/** Letters, numbers, and punctuation that no format reads as markup. */
function isPlain(character: string): boolean {
  return /^[\p{L}\p{N} .,:;!?'()+=/-]$/u.test(character);
}
