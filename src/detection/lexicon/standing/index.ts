import { arabic } from './arabic';
import { chinese } from './chinese';
import { dutch } from './dutch';
import { french } from './french';
import { german } from './german';
import { hindi } from './hindi';
import { italian } from './italian';
import { japanese } from './japanese';
import { korean } from './korean';
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
