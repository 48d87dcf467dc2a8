// The text of a token, as it can be shown within other text.

const signs: Record<string, string> = {
  ' ': '·',
  '\n': '↵',
  '\r': '␍',
  '\t': '⇥',
  // The rest of a character that the token before has begun.
  '\ufffd': '‥',
};

/** A token as one visible word: white space as signs, control and format characters by their code. */
export function visible(text: string): string {
  return text.replace(/[ \n\r\t\ufffd]|\p{C}|\p{Zl}|\p{Zp}|[\u00a0\u2000-\u200a\u3000]/gu, (character) => {
    const sign = signs[character];
    return sign ?? `‹${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}›`;
  });
}

/** Letters that are written from right to left: Hebrew to Arabic, and the scripts of the planes above. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** Whether most words of a text that have a direction are written from right to left. */
export function isRightToLeft(texts: readonly string[]): boolean {
  const right = texts.filter((text) => RIGHT_TO_LEFT.test(text)).length;
  return right > texts.filter((text) => /\p{L}/u.test(text)).length / 2;
}

/** A token within other text: what is written from right to left turns neither numbers nor commas around it. */
export function word(text: string): string {
  const shown = visible(text);
  return RIGHT_TO_LEFT.test(shown) ? `\u2068${shown}\u2069` : shown;
}
