import type { Hit } from '../hit';
import { triggersIn } from '../reading/triggers';
import type { Words } from '../reading/words';
import type { Decoded } from './decoded';

/** Ways to turn the letters of a text, each its own way back. */
const turns = {
  ROT13: rotate,
  'reversed letters': reversed,
} as const;
export type Turn = keyof typeof turns;

/** Shorter words are others turned round by chance. */
const SHORTEST = 5;
/** How far words may be from each other that are turned together, and how much around them is read, in code units. */
const NEAR = 200;

/** Words that rules look for as they look turned, way by way; none that is a word too. */
export function turnedWords(known: ReadonlySet<string>): Record<Turn, string[]> {
  const long = Array.from(known).filter((word) => word.length >= SHORTEST);
  const turned = (turn: Turn): string[] => long.map(turns[turn]).filter((form) => !known.has(form));
  return { ROT13: turned('ROT13'), 'reversed letters': turned('reversed letters') };
}

/** What passages say whose letters are turned: where two words stand near each other that are known when turned back. */
export function* decodeTurned(text: string, words: Words): Generator<Decoded> {
  for (const turn of Object.keys(turns) as Turn[]) {
    let open: (Hit & { words: number }) | undefined;
    for (const i of triggersIn(words, turn)) {
      const start = words.starts[i]!;
      const end = words.ends[i]!;
      if (open && start - open.end <= NEAR) {
        open.end = end;
        open.words += 1;
        continue;
      }
      if (open && open.words > 1) yield turnBack(text, open, turn);
      open = { start, end, words: 1 };
    }
    if (open && open.words > 1) yield turnBack(text, open, turn);
  }
}

function turnBack(text: string, { start, end }: Hit, turn: Turn): Decoded {
  const from = Math.max(0, start - NEAR);
  const to = Math.min(text.length, end + NEAR);
  const said = turns[turn](text.slice(from, to));
  return {
    start: from,
    end: to,
    text: said,
    encoding: turn,
    written: (range) =>
      turn === 'ROT13'
        ? { start: from + range.start, end: from + range.end }
        : { start: to - range.end, end: to - range.start },
  };
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
