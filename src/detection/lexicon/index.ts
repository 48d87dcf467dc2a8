import { english } from './english';
import { german } from './germanic/german';
import { eastAsian, furtherLanguages, germanic, romance, slavic } from './otherLanguages';
import { buildPhraseTree } from './phraseTree';

/** Every phrase that the grammars know, in all languages. */
export const phraseTree = buildPhraseTree(english, [
  german,
  germanic,
  romance,
  slavic,
  eastAsian,
  furtherLanguages,
]);
