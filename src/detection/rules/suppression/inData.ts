import { deleteComment } from '../../fixes/fixes';
import type { RuleWords } from '../rule';

/** A suppression where somebody else than the author of the file speaks. */
export const inData: RuleWords = {
  id: 'suppression/in-data',
  title: 'Suppression inside foreign text',
  why: 'Only the author of a file may suppress, so it hides nothing.',
  todo: 'Find out who put it there.',
  severity: { author: null, user: 'information', untrusted: 'warning' },
  fixes: deleteComment,
};
