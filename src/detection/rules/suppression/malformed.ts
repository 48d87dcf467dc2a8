import { deleteComment } from '../../fixes/fixes';
import type { RuleWords } from '../rule';

/** A suppression that cannot be read, or names what there is not. */
export const malformed: RuleWords = {
  id: 'suppression/malformed',
  title: 'Unreadable suppression',
  why: 'It names no known rule, place or date, so it hides nothing.',
  todo: 'Write it as docs/suppressions.md shows.',
  severity: { author: 'warning', user: 'warning', untrusted: 'warning' },
  fixes: deleteComment,
};
