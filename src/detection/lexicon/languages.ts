import { chinese } from './asian/chinese';
import { hindi } from './asian/hindi';
import { japanese } from './asian/japanese';
import { korean } from './asian/korean';
import { southEastAsian } from './asian/southEastAsian';
import type { CompleteLexicon } from './complete';
import { dutch } from './germanic/dutch';
import { german } from './germanic/german';
import { nordic } from './germanic/nordic';
import type { Lexicon } from './lexicon';
import { french } from './romance/french';
import { furtherRomance } from './romance/furtherRomance';
import { italian } from './romance/italian';
import { asian } from './release/asian';
import { european } from './release/european';
import { romance } from './release/romance';
import { portuguese } from './romance/portuguese';
import { spanish } from './romance/spanish';
import { furtherSlavic } from './slavic/furtherSlavic';
import { polish } from './slavic/polish';
import { russian } from './slavic/russian';
import { arabic } from './westAsian/arabic';
import { furtherLanguages } from './westAsian/further';
import { turkish } from './westAsian/turkish';

/** The languages beside English that have words for every family of attack. */
export const covered = {
  arabic,
  chinese: { ...chinese, ...asian.chinese },
  dutch,
  french: { ...french, ...romance.french },
  german: { ...german, ...european.german },
  hindi,
  italian: { ...italian, ...romance.italian },
  japanese: { ...japanese, ...asian.japanese },
  korean: { ...korean, ...asian.korean },
  polish,
  portuguese: { ...portuguese, ...romance.portuguese },
  russian: { ...russian, ...european.russian },
  spanish: { ...spanish, ...romance.spanish },
  turkish: { ...turkish, ...asian.turkish },
} satisfies Record<string, CompleteLexicon>;

/** Groups of languages that have words for overriding and leaking only. */
export const partlyCovered: readonly Lexicon[] = [
  nordic,
  furtherRomance,
  furtherSlavic,
  southEastAsian,
  furtherLanguages,
];
