import { english } from './english';
import { covered, partlyCovered } from './languages';
import { buildPhraseTree } from './phraseTree';

/** Every phrase that the grammars know, in all languages. */
export const phraseTree = buildPhraseTree(english, [...Object.values(covered), ...partlyCovered]);
