/** Ways to turn the letters of a text, each its own way back. */
export const turns = {
  ROT13: rotate,
  'reversed letters': reversed,
} as const;
export type Turn = keyof typeof turns;

/** Shorter words are others turned round by chance. */
const SHORTEST = 5;

/** Words that rules look for as they look turned, way by way; none that is a word too. */
export function turnedWords(known: ReadonlySet<string>): Record<Turn, string[]> {
  const long = Array.from(known).filter((word) => word.length >= SHORTEST);
  const turned = (turn: Turn): string[] => long.map(turns[turn]).filter((form) => !known.has(form));
  return { ROT13: turned('ROT13'), 'reversed letters': turned('reversed letters') };
}

/** A text from its last character to its first. */
function reversed(text: string): string {
  const units = new Uint16Array(text.length);
  for (let at = 0, to = text.length; at < text.length;) {
    const code = text.codePointAt(at)!;
    const unit = text.charCodeAt(at);
    if (code === unit) {
      units[--to] = unit;
      at += 1;
    } else {
      units[--to] = text.charCodeAt(at + 1);
      units[--to] = unit;
      at += 2;
    }
  }
  return Buffer.from(units.buffer).toString('utf16le');
}

function rotate(text: string): string {
  const units = new Uint16Array(text.length);
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const small = unit | 0x20;
    const isLetter = unit < 0x80 && small >= 0x61 && small <= 0x7a;
    units[at] = !isLetter ? unit : small < 0x6e ? unit + 13 : unit - 13;
  }
  return Buffer.from(units.buffer).toString('utf16le');
}
