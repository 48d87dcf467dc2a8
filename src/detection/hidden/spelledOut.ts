import type { HiddenText } from '../../protocol/finding';
import { maskExcerpt } from '../maskExcerpt';
import { characterName } from './characterNames';
import { hiddenRuns } from './hiddenRuns';

/** Most runs that are told of; an editor with more marks is only slowed down. */
const MOST_RUNS = 1_000;
/** Most kinds of characters that are named for one run. */
const MOST_KINDS = 6;

/** The hidden characters of a text, each run with what it is made of. */
export function spelledOut(text: string): HiddenText[] {
  return hiddenRuns(text, MOST_RUNS).map(({ start, end }) => {
    const kinds = new Map<string, HiddenText['kinds'][number]>();
    let tags = '';
    for (const character of text.slice(start, end)) {
      const codePoint = character.codePointAt(0)!;
      const name = characterName(codePoint);
      const kind = kinds.get(name);
      if (kind) kind.count += 1;
      else kinds.set(name, { codePoint, name, count: 1 });
      // A tag stands for the plain character that it is named after.
      if (codePoint >= 0xe0020 && codePoint < 0xe007f) tags += String.fromCodePoint(codePoint - 0xe0000);
    }
    const spells = tags === '' ? null : maskExcerpt(tags);
    return { start, end, kinds: [...kinds.values()].slice(0, MOST_KINDS), spells };
  });
}
