import { endSentence } from '../../fixes/fixes';
import { authorsFile, type RuleWords } from '../rule';

/** An instruction in a prompt that reads as if somebody else had put it there, by the states of the model. */
export const plantedInstruction: RuleWords = {
  id: 'model/planted-instruction',
  title: 'Reads like an order that does not belong here',
  why: 'The model reads it as it reads what others planted in such files.',
  todo: 'Find out who wrote it.',
  severity: authorsFile,
  fixes: endSentence,
};
