import { compileCheckers } from '../behaviour/compileCheckers';
import type { Checker } from '../protocol/behaviour';
import type { SaidCheck } from './promptTest';

const NAME = 'answer';

/**
 * Whether an answer says what is looked for, by the checkers of docs/behaviour.md.
 *
 * @throws AttnscopeError `bad-input` where a pattern or a path is not well formed.
 */
export function answerCheck(says: SaidCheck): (answer: string) => boolean {
  const check = compileCheckers([checkerOf(says)]);
  return (answer) => check(answer)[NAME] === true;
}

function checkerOf({ contains, matches, json }: SaidCheck): Checker {
  const named = { name: NAME, means: 'other' as const };
  if (contains !== undefined) return { ...named, kind: 'contains', text: contains };
  if (matches !== undefined) return { ...named, kind: 'matches', pattern: matches };
  return { ...named, kind: 'json', ...json! };
}
