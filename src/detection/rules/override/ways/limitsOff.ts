import { first, followedBy, grammarOf, through } from '../../../grammar/grammar';
import type { WordSpan } from '../../../grammar/matchGrammar';
import { isRuledOut } from '../../../grammar/negation';
import { matchWays, type Way } from '../../../grammar/ways';
import type { Reading } from '../../../reading/readText';
import { isGuarded } from '../honest/honestOverride';
import { limitSwitchesIn } from './limitSwitches';
import { isCommand, isConditional } from './releaseConditions';

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));
/** What may stand between limits and how they stand. */
const said = words(
  'all now hereby here which that you were given the your and set to in of for by both currently simply just have been are is this',
);
const small = words('all any the your of my');

/** "All policies are suspended for this session." */
const scoped = grammarOf(
  [[first('limitsOf'), through(said, 4, 'switchedOff'), followedBy(2, 'forNow')]],
  [
    [first('limitsOf'), followedBy(3, 'switchedOff'), followedBy(2, 'forNow')],
    [first('limitsOf'), followedBy(3, 'forNow'), followedBy(4, 'switchedOff')],
    [first('forNow'), followedBy(3, 'limitsOf'), followedBy(4, 'switchedOff')],
    [first('forNow'), followedBy(3, 'switchedOff'), followedBy(2, 'limitsOf')],
    [first('switchedOff'), followedBy(2, 'limitsOf'), followedBy(3, 'forNow')],
  ],
);
const before = grammarOf([[first('forNow'), followedBy(2, 'limitsOf'), through(said, 4, 'switchedOff')]]);
/** "Guardrails are down. You can …" */
const bare = grammarOf([[first('limitsOf'), through(said, 4, 'switchedOff')]]);
/** "Treat all policies as disabled." */
const deemed = grammarOf([
  [first('deem'), followedBy(0, 'limitsOf'), through(said, 2, 'switchedOff', 'voided')],
]);
/** "Skip moderation this time": an order, and when. */
const ordered = grammarOf([[first('shed'), through(small, 1, 'limitsOf'), followedBy(1, 'forNow')]]);

const isPlain = (reading: Reading, span: WordSpan): boolean =>
  !isConditional(reading, span) &&
  !isQualified(reading, span) &&
  (isOfModel(reading, span) || isNotice(reading, span));

const ways: readonly Way[] = [
  [scoped, isPlain],
  [before, isPlain],
  [bare, (reading, span) => isPlain(reading, span) && isAnnounced(reading, span)],
  [deemed, isCommand],
  [ordered, isCommand],
];

/** Words that say of what limits a model that it is switched off. */
export function limitsOffIn(reading: Reading): WordSpan[] {
  return [...matchWays(reading, ways), ...limitSwitchesIn(reading)].filter(
    (span) => !isRuledOut(reading, span.first, 2) && !isGuarded(reading, span),
  );
}

/** Limits by a name that any program has: "rules", "the filters". */
const common =
  /(?:^|[,:]?\s)(?:(?:the|these|those|such)\s)?(?<!\b(?:all|any|your|my|usual|every|assistants?|models?|safety|content|moral|ethical|security|usage|ai)\s)(?:rules|restrictions|filters|limits|limitations|moderation|censorship|content filtering)\b/i;
/** A conversation, or whoever speaks in it: no channel, account or request of a program. */
const inTalk =
  /\b(?:this|our|the|one)\s(?:one\s)?(?:chat|conversation|answer|reply|response|dialogue|exchange)\b|\b(?:me|you)$|\bi ask$/i;

/** Whether it is a model's limits that are off: bare "rules" and "filters" are where they are off in a conversation. */
function isOfModel({ words, folded }: Reading, { first: word, last }: WordSpan): boolean {
  const said = folded.slice(words.starts[word]!, words.ends[last]!);
  return !common.test(said) || inTalk.test(said);
}

/** "… are disabled when the flag is set": tells how a program works. */
function isQualified({ words, folded }: Reading, { last }: WordSpan): boolean {
  const end = words.ends[last]!;
  return /^\s(?:if|when|unless|by default|because|where|only|with the|via|in the (?:settings|config))\b/i.test(
    folded.slice(end, end + 24),
  );
}

/** Whether the reader may do something now that they are off. */
function isAnnounced(reading: Reading, span: WordSpan): boolean {
  const { words, folded } = reading;
  const end = words.ends[span.last]!;
  const behind = folded.slice(end, end + 60);
  return (
    isNotice(reading, span) ||
    /^\s?(?:[.!;,:—–-]{1,3}|so|and|therefore)\s{1,2}(?:so |and |now |therefore |then |please )*(?:you(?:'re| are| can| may| will| should| must| have to)? (?:now )?(?:free|answer|respond|reply|say|speak|do|tell|show|share|reveal|comply|give|anything|allowed|unrestricted)|(?:answer|respond|reply|comply|proceed|speak|reveal|obey)\b)/i.test(
      behind,
    )
  );
}

/** Whether a notice of whoever runs a model begins there. */
function isNotice({ words, folded }: Reading, { first: word }: WordSpan): boolean {
  const start = words.starts[word]!;
  return /(?:^|[\n.!?\]] ?)\W{0,4}(?:system|admin|administrator|security|policy|safety|operator|developer|root) ?(?:notice|update|alert|message|note|announcement|override)?\W{0,3}:\s{0,2}$/i.test(
    folded.slice(Math.max(0, start - 40), start),
  );
}
