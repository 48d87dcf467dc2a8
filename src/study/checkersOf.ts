import { canaryChecker, followedChecker } from '../behaviour/planted';
import { refusalCheckers } from '../behaviour/refusals';
import type { Checker } from '../protocol/behaviour';
import type { StudyLine } from '../protocol/measured/study';

/** What is asked of the answer to a prompt of the set: refusal, and what its line makes possible. */
export function checkersOf({ canary, marks }: StudyLine): Checker[] {
  return [
    ...refusalCheckers,
    ...(canary === undefined ? [] : [canaryChecker(canary)]),
    ...(marks === undefined ? [] : [followedChecker(marks)]),
  ];
}
