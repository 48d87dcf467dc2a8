import type { Concept } from './concepts';
import type { Lexicon } from './lexicon';

/**
 * What a language must have words for, family by family, before it counts as covered: a lexicon that leaves one
 * out does not compile. Where a language has no phrase of a kind, such as a verb after its object, it says so by an
 * empty list.
 */
export const required = {
  /** Words that turn an attack into an honest sentence. */
  honest: ['not', 'notAfter', 'reported', 'reportedAfter', 'mine', 'givenText', 'either'],
  override: [
    'disregard',
    'disregardLast',
    'prior',
    'whole',
    'allPrior',
    'orders',
    'modelRules',
    'invalid',
    'rivalTask',
    'titledTask',
  ],
  boundary: ['endOfText', 'beginOfText'],
  covert: [
    'user',
    'untold',
    'tell',
    'deed',
    'withoutTelling',
    'keepSecret',
    'secretly',
    'act',
    'copy',
    'thisText',
    'everyFile',
    'toModel',
  ],
  exfiltration: ['send', 'secretData', 'carry', 'joined'],
  forcing: ['beginAnswer', 'beginLast', 'consent', 'neverRefuse', 'refusal'],
  leak: ['reveal', 'revealLast', 'hiddenPrompt', 'ownOrders', 'verbatim', 'mention'],
  persona: ['become', 'being', 'unbound', 'specialMode', 'switchOn', 'unlock'],
  imperative: ['model', 'must', 'answer', 'memory', 'memorise'],
} as const satisfies Record<string, readonly string[]>;

export type RequiredConcept = (typeof required)[keyof typeof required][number] & Concept;

/** The phrases of a language that is covered in every family. */
export type CompleteLexicon = Lexicon & Readonly<Record<RequiredConcept, readonly string[]>>;
