import { compileLexicon } from './compile/compileLexicon';
import { english } from './english';
import { covered, partlyCovered } from './languages';

/** Every phrase that the grammars know, in all languages. In a build, this module reads what was made ahead of time. */
export const lexicon = compileLexicon(english, [...Object.values(covered), ...partlyCovered]);
