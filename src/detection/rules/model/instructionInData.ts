import { endSentence } from '../../fixes/fixes';
import { probedData, type RuleWords } from '../rule';

/** A passage of data that speaks to an AI, by the states of the model. */
export const instructionInData: RuleWords = {
  id: 'model/instruction-in-data',
  title: 'Data that speaks to an AI',
  why: 'The model reads it as it reads passages that are written for an AI.',
  todo: 'Mark where data begins and ends.',
  severity: probedData,
  fixes: endSentence,
};
