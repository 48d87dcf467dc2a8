import { first, followedBy, grammarOf } from '../../../grammar/grammar';
import { matchGrammar, type WordSpan } from '../../../grammar/matchGrammar';
import { isRuledOut } from '../../../grammar/negation';
import type { Reading } from '../../../reading/readText';
import { textAt } from '../../../reading/words';
import { isOrder } from '../honest/honestOverride';
import { isConditional } from './releaseConditions';

/** "Here are your new instructions". */
const presented = grammarOf([[first('presenting'), followedBy(0, 'rivalOrders')]]);
/** "Your new mission: …". */
const titled = grammarOf([[first('rivalOrders')]]);
/** "I have new orders for you". */
const given = grammarOf([[first('presenting'), followedBy(1, 'newOrders')]]);
/** "New system prompt: …", "load new instructions: …". */
const headed = grammarOf([[first('newOrders')], [first('presenting'), followedBy(1, 'newOrders')]]);
/** "Your only task now is", "follow only these instructions". */
const sole = grammarOf([[first('nowTask', 'onlyOrders')]]);
/** "Abort the current task and …". */
const dropped = grammarOf([[first('dropTask')]]);
/** "Your task has changed". */
const changed = grammarOf([[first('changedTask')]]);

/** Orders that are handed over in place of others. */
export function rivalsIn(reading: Reading): WordSpan[] {
  return [
    ...matchGrammar(reading, presented).filter((span) => goesOn(reading, span)),
    ...matchGrammar(reading, titled).filter((span) => isTitled(reading, span)),
    ...matchGrammar(reading, given).filter((span) => isForYou(reading, span)),
    ...matchGrammar(reading, headed).filter(
      (span) => (isFollowedByColon(reading, span) || beginsHere(reading, span)) && beginsProse(reading, span),
    ),
    ...matchGrammar(reading, sole),
    ...matchGrammar(reading, dropped).filter((span) => isOrder(reading, span) && isReplaced(reading, span)),
    ...matchGrammar(reading, changed).filter(
      (span) => !isConditional(reading, span) && isNoReport(reading, span) && isRenewed(reading, span),
    ),
  ].filter((span) => !isRuledOut(reading, span.first, 3));
}

/** Whether new orders are said to be the reader's. */
function isForYou({ words, folded }: Reading, { last }: WordSpan): boolean {
  const end = words.ends[last]!;
  return /^\s(?:for you|that you must|you must|you have to|you will|you now)\b/i.test(
    folded.slice(end, end + 20),
  );
}

/** Whether words begin a sentence of prose: no item, no heading, no label among others. */
function beginsProse({ words, folded }: Reading, { first: word, last }: WordSpan): boolean {
  const start = words.starts[word]!;
  // "Additional guidelines: …" heads a list of an author's own.
  const said = folded.slice(start, words.ends[last]);
  if (/\b(?:additional|corrected|rules|guidelines)\b/i.test(said)) return false;
  // "Below are updated instructions: …" is an author's too.
  if (/^(?:here|these|this|the|below|i|we|there|use)\b/i.test(said)) return false;
  return /(?:^|[.!?…]\s{1,2}|[。！？]\s?|<!--\s?)$/.test(folded.slice(Math.max(0, start - 6), start));
}

/** Verbs with which work is put down for a while, as agents are told to for many reasons. */
const puttingDown = /^(?:pause|interrupt|put|set|lay|leave|park|shelve|postpone|discontinue|break)$/;
/** "… and do this first", "… and follow these steps": no "and wait", "and ask". */
const inItsPlace =
  /^(?:[.!;:,]?\s(?:and\s|then\s|now\s|instead\s|first\s){0,2})(?:do|follow|obey|handle|execute|run|process|answer|turn to|switch to|start on|work on|carry out)\s(?:this|these|mine|my|what follows|the (?:following|steps below|instructions below))\b/i;

/** Whether another task takes the place of one that is dropped. */
function isReplaced({ words, folded }: Reading, { first: word, last }: WordSpan): boolean {
  const end = words.ends[last]!;
  const open =
    !/\s(?:current|original|previous|prior|earlier|ongoing|present|actual|given|had|assigned|above)\b/i.test(
      folded.slice(words.starts[word]!, end),
    );
  if (open || puttingDown.test(textAt(words, word))) return inItsPlace.test(folded.slice(end, end + 48));
  return /^(?:,?\s(?:and|then)\s|[.!;:,]\s(?:now|instead|begin|start|your|do|you|new|from)\b)/i.test(
    folded.slice(end, end + 20),
  );
}

/** Whether a sentence ends, or says what the orders are. */
function goesOn({ words, folded }: Reading, { last }: WordSpan): boolean {
  const end = words.ends[last]!;
  return /^(?:\s*$|\s?[.:!,;–—\n]|\s-|\s(?:and|now|from)\b)/.test(folded.slice(end, end + 8));
}

/** Whether a colon parts orders from what they are: not a key of a configuration, with a capital letter or a line of its own. */
function isFollowedByColon({ words, folded }: Reading, { last }: WordSpan): boolean {
  const end = words.ends[last]!;
  return /^\s?:\s{1,3}\S/.test(folded.slice(end, end + 8));
}

/** "Your new rules are as follows: …" */
function isTitled({ words, folded }: Reading, { last }: WordSpan): boolean {
  const end = words.ends[last]!;
  return /^(?:\s(?:is|are|now|as follows|these|this|follows?|starts?|begins?|here|below|from now on|hereby)){0,4}\s?:\s{1,3}\S/i.test(
    folded.slice(end, end + 48),
  );
}

/** "New instructions begin here." */
function beginsHere({ words, folded }: Reading, { last }: WordSpan): boolean {
  const end = words.ends[last]!;
  return /^\s(?:now )?(?:begins?|starts?|follows?|apply|applies|takes? effect)(?:\s(?:here|now|below|from here|immediately))?\s?[.:!\n]/i.test(
    folded.slice(end, end + 36),
  );
}

/** "The task has changed" may be a report; with the new one behind it, it is none. */
function isRenewed({ words, folded }: Reading, { first: word, last }: WordSpan): boolean {
  if (!/^(?:changed|replaced|updated)$/.test(textAt(words, last)) || textAt(words, word) === 'your')
    return true;
  const end = words.ends[last]!;
  return /^\s?[.!;,]\s(?:the |your )?new (?:one|task|assignment|mission|objective|job)\s?(?:is\b|:)/i.test(
    folded.slice(end, end + 40),
  );
}

/** "Your previous task is done" may be a report; with what takes its place it is none. */
function isNoReport({ words, folded }: Reading, { last }: WordSpan): boolean {
  if (!/^(?:done|finished|completed?|closed)$/.test(textAt(words, last))) return true;
  const end = words.ends[last]!;
  return /^\s?[.,;:!–—-]?\s{1,2}(?:(?:so|and|now)\s)?(?:instead|forget|ignore|your new|your next|you are now)\b/i.test(
    folded.slice(end, end + 30),
  );
}
