import { deleteComment } from '../../fixes/fixes';
import type { RuleWords } from '../rule';

/** A suppression that covers no finding. */
export const unused: RuleWords = {
  id: 'suppression/unused',
  title: 'Unused suppression',
  why: 'It hides nothing here, and would hide the next match unseen.',
  todo: 'Delete it.',
  severity: { author: 'information', user: 'information', untrusted: 'information' },
  fixes: deleteComment,
};
