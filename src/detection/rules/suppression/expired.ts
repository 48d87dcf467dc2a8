import { deleteComment } from '../../fixes/fixes';
import type { RuleWords } from '../rule';

/** A suppression whose last day is over. */
export const expired: RuleWords = {
  id: 'suppression/expired',
  title: 'Expired suppression',
  why: 'Its date has passed, so it hides nothing any more.',
  todo: 'Settle what it hid, or give it a later date.',
  severity: { author: 'information', user: 'information', untrusted: 'information' },
  fixes: deleteComment,
};
