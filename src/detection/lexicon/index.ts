import { english } from './english';
import { dutch } from './germanic/dutch';
import { german } from './germanic/german';
import { french } from './romance/french';
import { italian } from './romance/italian';
import { portuguese } from './romance/portuguese';
import { spanish } from './romance/spanish';
import { eastAsian, furtherLanguages, germanic, romance, slavic } from './otherLanguages';
import { buildPhraseTree } from './phraseTree';

/** Every phrase that the grammars know, in all languages. */
export const phraseTree = buildPhraseTree(english, [
  german,
  dutch,
  french,
  spanish,
  portuguese,
  italian,
  germanic,
  romance,
  slavic,
  eastAsian,
  furtherLanguages,
]);
