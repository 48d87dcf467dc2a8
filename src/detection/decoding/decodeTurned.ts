import type { Hit } from '../hit';
import { triggersIn } from '../reading/triggers';
import type { Words } from '../reading/words';
import type { Decoded } from './decoded';
import { type Turn, turns } from './turnedWords';

/** How far words may be from each other that are turned together, and how much around them is read, in code units. */
const NEAR = 200;

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
