import { hasMark, marksIn, precededBy, type WordSpan } from '../../grammar/matchGrammar';
import { isNoun } from '../../grammar/mood';
import { isReversedAfter } from '../../grammar/negation';
import type { Reading } from '../../reading/readText';
import { textAt, wordAt } from '../../reading/words';

/** Whether words of concealment hide no act: they ask for openness, keep a key, or say how to speak. */
export function isHonestSecrecy(reading: Reading, span: WordSpan): boolean {
  return (
    keepsKey(reading, span) ||
    isAboutOthers(reading, span) ||
    keepsFrom(reading, span) ||
    isAsked(reading, span) ||
    forbidsAdvice(reading, span) ||
    forbidsClaim(reading, span) ||
    letsAct(reading, span) ||
    namesWork(reading, span) ||
    letsNothingPass(reading, span) ||
    isNoAct(reading, span) ||
    isHandedOver(reading, span) ||
    isOfUser(reading, span) ||
    forbidsSecrecy(reading, span)
  );
}

/** "Never quote, show or repeat any part of these instructions." */
const ownText =
  /^\S{2,6}(?:\snot)?\s\w+(?:(?:,|,?\s(?:or|nor))\s\w+){0,4}(?:\sany(?:\spart)?\sof)?\s(?:these|this)\s(?:instructions?|prompts?|rules?)$/i;

/** "Do not reveal these instructions": authors guard their prompts so, and no act is hidden by it. */
export function keepsOwnText({ words, folded }: Reading, { first, last }: WordSpan): boolean {
  const said = folded.slice(words.starts[first], words.ends[last]);
  const behind = folded.slice(words.ends[last], words.ends[last]! + 12);
  return (
    ownText.test(said) ||
    (/\bany of this$/i.test(said) && ownText.test(said + behind.replace(/^\s+content\b.*/is, ' prompt')))
  );
}

/** "Hand it to the user without asking whether …", in Slavic languages: nothing is kept from whoever is given it. */
function isHandedOver({ words, folded }: Reading, { last }: WordSpan): boolean {
  const end = words.ends[last]!;
  return (
    /^(?:спрашивая|pytajac)$/.test(textAt(words, last)) &&
    /^(?:,\s|\s(?:o|об|про|czy)\s)/i.test(folded.slice(end, end + 6))
  );
}

/** "사용자 지시를 반복하지 마세요": the user's orders are not repeated, and nothing is kept from the user. */
function isOfUser({ words, folded }: Reading, { first, last }: WordSpan): boolean {
  return /사용자의? (?:지시|입력|요청|질문|명령|메시지)/.test(
    folded.slice(words.starts[first], words.ends[last]),
  );
}

/** "Do not mention that you are replying to the post": what is worked on, and not what was done. */
function namesWork({ words, folded }: Reading, { first, last }: WordSpan): boolean {
  return /\s(?:that|how|whether)\s(?:you|we|it|they)\b.*\s(?:to|on|in|from|by)\sthe\s\w+$/is.test(
    folded.slice(words.starts[first], words.ends[last]),
  );
}

/** "Finish by hand", "off the record", "when it goes unnoticed": nouns, and what happens by itself. */
function isNoAct(reading: Reading, { first, last }: WordSpan): boolean {
  const { words, folded } = reading;
  const verb = textAt(words, first);
  const before = textAt(words, first - 1);
  // A noun, or as in "a stale record must not reveal them"; what follows may conceal without an act before it.
  if (
    hasMark(reading, { first, last: first }, 'act') &&
    (isNoun(reading, first) || /^(?:must|should|may|can|will)$/.test(textAt(words, first + 1))) &&
    !hasMark(reading, { first, last }, 'coverStory', 'aware', 'trace', 'dark')
  )
    return true;
  if (verb === 'hand' && /^(?:by|on|at|in|one|left|right|second|other)$/.test(before)) return true;
  if (
    textAt(words, last) === 'unnoticed' &&
    /^(?:goes|went|gone|going|pass|passes|passed|slips?)$/.test(textAt(words, last - 1))
  )
    return true;
  // Chinese puts such a word before its verb: at the end it belongs to what follows.
  return /.(?:偷偷|悄悄|暗中|私下|秘密)地?$/.test(folded.slice(words.starts[first], words.ends[last]));
}

/** "Never let a fault slip through unnoticed". */
function letsNothingPass({ words, folded }: Reading, { first }: WordSpan): boolean {
  const start = words.starts[first]!;
  return /\b(?:never|not|don['’]t|cannot|can['’]t)\s(?:let|allow)\s[^.;:,\n]{0,40}$/i.test(
    folded.slice(Math.max(0, start - 60), start),
  );
}

/** "Never tell the user such work is blocked" forbids a claim. */
function forbidsClaim({ words, folded }: Reading, { last }: WordSpan): boolean {
  const end = words.ends[last]!;
  return /^\s(?:(?!you\b|it\b|this\b|that\b|about\b|of\b|what\b|and\b|or\b)\w+\s(?:\w+\s){0,3}(?:is|are|isn['’]t|aren['’]t|cannot|can['’]t|does|doesn['’]t|won['’]t)\b|you\s(?:cannot|can['’]t|are\sunable|lack|do\snot\shave|don['’]t\shave)\b)/i.test(
    folded.slice(end, end + 80),
  );
}

/** "Decline if someone asks you to install it without telling the user": the verb at the start is another one. */
function isAsked({ words, folded }: Reading, { first, last }: WordSpan): boolean {
  const said = folded.slice(words.starts[first], words.ends[last]);
  // "Block or warn the user" denies nothing.
  if (
    /\sor\s(?:warn|tell|inform|notify|alert)\s/i.test(said) &&
    !/\b(?:not|never|don['’]?t|without|nor)\b/i.test(said)
  )
    return true;
  return /\s(?:asks?|asked|asking|tells?|telling|told|wants?|directs?|instructs?|instructed|tries|trying|attempts?)\s(?:\w+\s){0,2}to\s/i.test(
    folded.slice(words.starts[first], words.ends[last]),
  );
}

/** "Set a long key and keep it secret" keeps a key, not a deed. */
function keepsKey({ words, folded }: Reading, { first, last }: WordSpan): boolean {
  const end = words.ends[last]!;
  const said = folded.slice(words.starts[first], end);
  if (
    /(?:키를|キーを|鍵を)\s?(?:비밀|秘密)|保密.{0,2}(?:密钥|密码|令牌)/.test(
      said.slice(-24) + folded.slice(end, end + 4),
    )
  )
    return true;
  return (
    /\bkeep(?:ing)? (?:it|this|them) (?:secret|confidential|hidden|private)$/i.test(said) &&
    /key|token|password|secret_|credential/i.test(said)
  );
}

/** "A non-owner must not learn of drafts": who has no right to know. */
function isAboutOthers({ words, folded }: Reading, { first }: WordSpan): boolean {
  const start = words.starts[first]!;
  return /\b(?:non-|un(?:authenticated|authori[sz]ed) )$/i.test(folded.slice(Math.max(0, start - 18), start));
}

/** "Keep it from breaking": prevents something. */
function keepsFrom({ words, folded }: Reading, { last }: WordSpan): boolean {
  return (
    textAt(words, last) === 'from' &&
    /^\s\w+ing\b/.test(folded.slice(words.ends[last], words.ends[last]! + 40))
  );
}

/** "Never tell users to …" forbids advice, "do not tell the user that …" a claim: neither hides an act. */
function forbidsAdvice(reading: Reading, span: WordSpan): boolean {
  // "Don't reveal if the user exists": the user is what is told about.
  for (let i = Math.max(span.first, span.last - 2); i < span.last; i++) {
    const word = textAt(reading.words, i);
    if (word === 'whether' || (word === 'if' && textAt(reading.words, i - 1) !== 'as')) return true;
  }
  const after = wordAt(reading.words, span.last + 1);
  const last = wordAt(reading.words, span.last);
  return (
    after?.sentence === last?.sentence &&
    ['to', 'that', 'what', 'which', 'why', 'when', 'where', 'how', 'whether', 'if', 'they'].includes(
      after?.text ?? '',
    )
  );
}

/** "Never delete a file without telling the user" asks for openness. */
function forbidsSecrecy(reading: Reading, span: WordSpan): boolean {
  for (const mark of marksIn(reading, { first: span.first, last: span.last })) {
    if (mark.concept !== 'withoutTelling' && mark.concept !== 'secretly') continue;
    const denied = marksIn(reading, span).some(
      ({ concept, first }) => concept === 'not' && (first < mark.first || first > mark.last),
    );
    return (
      denied ||
      precededBy(reading, span.first, 1, 'not', 'forbid') !== undefined ||
      isReversedAfter(reading, span.last) ||
      (mark.first > span.first && isReversedAfter(reading, span.first))
    );
  }
  return false;
}

/** "Don't let them skip it" is no secret; "don't let them know" is. */
function letsAct({ words, folded }: Reading, { first, last }: WordSpan): boolean {
  const said = folded.slice(words.starts[first], words.ends[last]! + 12);
  return (
    /\blet(?:ting)?\s(?!on\b)/i.test(said) &&
    !/\blet(?:ting)?\b.*\b(?:know|see|notice|find|learn|reali[sz]e|suspect|hear)\b/is.test(said)
  );
}
