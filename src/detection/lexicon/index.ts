import { english } from './english';
import { eastAsian, furtherLanguages, germanic, romance, slavic } from './otherLanguages';
import { buildPhraseTree } from './phraseTree';

/** Every phrase that the grammars know, in all languages. */
export const phraseTree = buildPhraseTree(english, [germanic, romance, slavic, eastAsian, furtherLanguages]);
