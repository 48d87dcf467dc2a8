import { chinese } from './asian/chinese';
import { hindi } from './asian/hindi';
import { japanese } from './asian/japanese';
import { korean } from './asian/korean';
import { southEastAsian } from './asian/southEastAsian';
import type { CompleteLexicon } from './complete';
import { dutch } from './germanic/dutch';
import { german } from './germanic/german';
import { nordic } from './germanic/nordic';
import { joined, type Lexicon } from './lexicon';
import { french } from './romance/french';
import { furtherRomance } from './romance/furtherRomance';
import { italian } from './romance/italian';
import { reassign } from './reassign';
import { asian } from './release/asian';
import { european } from './release/european';
import { romance } from './release/romance';
import { portuguese } from './romance/portuguese';
import { spanish } from './romance/spanish';
import { standing } from './standing';
import { toldModel } from './toldModel';
import { furtherSlavic } from './slavic/furtherSlavic';
import { polish } from './slavic/polish';
import { russian } from './slavic/russian';
import { arabic } from './westAsian/arabic';
import { furtherLanguages } from './westAsian/further';
import { turkish } from './westAsian/turkish';

/** The languages beside English that have words for every family of attack. */
export const covered = {
  arabic: joined(arabic, standing.arabic, reassign.arabic),
  chinese: joined(chinese, asian.chinese, standing.chinese, reassign.chinese, toldModel.chinese),
  dutch: joined(dutch, standing.dutch, reassign.dutch, toldModel.dutch),
  french: joined(french, romance.french, standing.french, reassign.french, toldModel.french),
  german: joined(german, european.german, standing.german, reassign.german, toldModel.german),
  hindi: joined(hindi, standing.hindi, reassign.hindi),
  italian: joined(italian, romance.italian, standing.italian, reassign.italian, toldModel.italian),
  japanese: joined(japanese, asian.japanese, standing.japanese, reassign.japanese, toldModel.japanese),
  korean: joined(korean, asian.korean, standing.korean, reassign.korean),
  polish: joined(polish, standing.polish, reassign.polish, toldModel.polish),
  portuguese: joined(
    portuguese,
    romance.portuguese,
    standing.portuguese,
    reassign.portuguese,
    toldModel.portuguese,
  ),
  russian: joined(russian, european.russian, standing.russian, reassign.russian, toldModel.russian),
  spanish: joined(spanish, romance.spanish, standing.spanish, reassign.spanish, toldModel.spanish),
  turkish: joined(turkish, asian.turkish, standing.turkish, reassign.turkish),
} satisfies Record<string, CompleteLexicon>;

/** Groups of languages that have words for overriding and leaking only. */
export const partlyCovered: readonly Lexicon[] = [
  nordic,
  furtherRomance,
  furtherSlavic,
  southEastAsian,
  furtherLanguages,
];
