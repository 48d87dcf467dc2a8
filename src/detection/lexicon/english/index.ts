import { covert } from './covert';
import { exfiltration } from './exfiltration';
import { forcing } from './forcing';
import { leak } from './leak';
import { limitsOff } from './override/limits';
import { masters } from './override/masters';
import { newTask } from './override/newTask';
import { override } from './override/override';
import { people } from './people';
import { persona } from './persona';
import { precedence } from './override/precedence';
import { pretext } from './pretext';
import { reassign } from './override/reassign';
import { release } from './override/release';
import { furtherRidOf } from './override/ridOf';
import { standing } from './override/standing';
import { joined, type Lexicon } from '../lexicon';
import { toldModel } from '../toldModel';

/** English, family by family. The fullest of the lexicons. */
export const english: Lexicon = joined(
  {
    ...covert,
    ...exfiltration,
    ...forcing,
    ...leak,
    ...masters,
    ...limitsOff,
    ...newTask,
    ...override,
    ...people,
    ...persona,
    ...precedence,
    ...pretext,
    ...reassign,
    ...release,
    ...standing,
  },
  furtherRidOf,
  toldModel.english,
);
