import { characterKind, LETTER } from './characterKinds';

/** Letters of other scripts that look like Latin ones, in either case (a selection of Unicode's confusables.txt). */
const lookalikes = new Map<number, number>([
  // Cyrillic, small and capital.
  ...zip('авьсԁенһіјкӏмпорԛгѕтѵԝхуү', 'abbcdehhijklmnopqrstvwxyy'),
  ...zip('АВЬСԀЕНІЈКӀМОРԚЅТУѴԜХҮ', 'ABbCDEHIJKLMOPQSTYVWXY'),
  // Greek.
  ...zip('αβγεηικνοπρτυχω', 'abyenikvonptuxw'),
  ...zip('ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ', 'ABEZHIKMNOPTYX'),
  // Armenian.
  ...zip('ցհյոօզսԼՍՏՕ', 'ghjnoqulSUO'),
  // Cherokee and Lisu have capitals only.
  ...zip('ᎪᏴᏟᎠᎬᏀᎻᎥᎫᏦᏞᎷᏢᎡᏚᎢᏙᎳᎩᏃ', 'ABCDEGHIJKLMPRSTVWYZ'),
  ...zip('ꓮꓐꓚꓓꓰꓝꓖꓧꓲꓙꓗꓡꓟꓠꓳꓑꓣꓢꓔꓴꓦꓪꓫꓬꓜ', 'ABCDEFGHIJKLMNOPRSTUVWXYZ'),
]);

/** Whether a UTF-16 code unit is such a letter. */
export function isLookalike(unit: number): boolean {
  return unit >= 0x370 && lookalikes.has(unit);
}

/**
 * Reads letters of other scripts as the Latin ones that they look like: in words that have Latin letters
 * too, and where one stands alone beside such a word. Other words are left in their script.
 *
 * @returns whether there were any
 */
export function readLookalikes(units: Uint16Array, length: number): boolean {
  let found = false;
  let start = 0;
  let latin = false;
  let alike = false;
  let afterLatin = false;
  let lone = -1;
  const read = (from: number, to: number): void => {
    found = true;
    for (let i = from; i < to; i++) units[i] = lookalikes.get(units[i]!) ?? units[i]!;
  };
  for (let i = 0; i <= length; i++) {
    const unit = i < length ? units[i]! : 0;
    if (isLatin(unit)) latin = true;
    else if (isLookalike(unit)) alike = true;
    else if (!isInWord(unit)) {
      if (i > start) {
        const single = i - start === 1;
        if (alike && (latin || (single && afterLatin))) {
          read(start, i);
          latin = true;
        }
        if (latin && lone >= 0) read(lone, lone + 1);
        lone = alike && single && !latin ? start : -1;
        afterLatin = latin;
      }
      start = i + 1;
      latin = false;
      alike = false;
    }
  }
  return found;
}

function isLatin(unit: number): boolean {
  const small = unit | 0x20;
  return small >= 0x61 && small <= 0x7a;
}

/** Whether it is a letter or digit of any script; Latin letters are checked before. */
function isInWord(unit: number): boolean {
  return unit < 0x80 ? unit >= 0x30 && unit <= 0x39 : characterKind(unit) === LETTER;
}

function zip(from: string, to: string): [number, number][] {
  return Array.from(from, (letter, i) => [letter.charCodeAt(0), to.charCodeAt(i)]);
}
