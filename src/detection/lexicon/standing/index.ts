import { arabic } from './arabic';
import { chinese } from './asian/chinese';
import { dutch } from './dutch';
import { french } from './french';
import { german } from './german';
import { hindi } from './asian/hindi';
import { italian } from './italian';
import { japanese } from './asian/japanese';
import { korean } from './asian/korean';
import { polish } from './polish';
import { portuguese } from './portuguese';
import { russian } from './russian';
import { spanish } from './spanish';
import { turkish } from './turkish';

/** How what a model was told stands, and who may tell it anything: languages beside English. */
export const standing = {
  arabic,
  chinese,
  dutch,
  french,
  german,
  hindi,
  italian,
  japanese,
  korean,
  polish,
  portuguese,
  russian,
  spanish,
  turkish,
} as const;
