import { triggerGroups } from '../../reading/triggers';
import type { Lexicon } from '../lexicon';
import { buildPhraseTree } from '../phraseTree';
import type { LexiconTables } from '../tables/lexiconTables';
import { buildAutomaton } from './automaton';
import { numberWords } from './numberWords';
import { readVocabulary } from './vocabulary';

/** The tables of the phrases of English and of other languages, and of the words that expressions need. */
export function compileLexicon(english: Lexicon, others: readonly Lexicon[]): LexiconTables {
  const tree = buildPhraseTree(english, others);
  const vocabulary = readVocabulary(tree);
  const { words, tables } = numberWords(vocabulary, triggerGroups(vocabulary));
  return { ...tables, ...buildAutomaton(tree, words) };
}
