/** Small letters by code unit, 0 where not yet looked up; the two small sigmas are one letter. */
const small = new Uint16Array(0x10000);

/** The small letter of a code unit; the unit itself where it has none of one unit. */
export function smallLetter(unit: number): number {
  return small[unit] || (small[unit] = smallUncached(unit));
}

function smallUncached(unit: number): number {
  const letter = String.fromCharCode(unit).toLowerCase();
  return letter === 'ς' ? 0x3c3 : letter.length === 1 ? letter.charCodeAt(0) : unit;
}

/** Marks that join a short ending to a word: `don't`. */
export function isApostrophe(unit: number): boolean {
  return unit === 0x27 || unit === 0x2019 || unit === 0x2018 || unit === 0x60 || unit === 0xb4;
}
