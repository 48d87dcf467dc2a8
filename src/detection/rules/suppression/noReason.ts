import { deleteComment } from '../../fixes/fixes';
import type { RuleWords } from '../rule';

/** A suppression that does not say why. */
export const noReason: RuleWords = {
  id: 'suppression/no-reason',
  title: 'Suppression without a reason',
  why: 'Nobody can judge it later, so it hides nothing.',
  todo: 'Write the reason after two hyphens.',
  severity: { author: 'warning', user: 'warning', untrusted: 'warning' },
  fixes: deleteComment,
};
