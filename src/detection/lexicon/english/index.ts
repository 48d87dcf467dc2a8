import { covert } from './covert';
import { exfiltration } from './exfiltration';
import { forcing } from './forcing';
import { leak } from './leak';
import { limitsOff } from './limits';
import { newTask } from './newTask';
import { override } from './override';
import { people } from './people';
import { persona } from './persona';
import { precedence } from './precedence';
import { pretext } from './pretext';
import { reassign } from './reassign';
import { release } from './release';
import { furtherRidOf } from './ridOf';
import { standing } from './standing';
import { joined, type Lexicon } from '../lexicon';

/** English, family by family. The fullest of the lexicons. */
export const english: Lexicon = joined(
  {
    ...covert,
    ...exfiltration,
    ...forcing,
    ...leak,
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
);
