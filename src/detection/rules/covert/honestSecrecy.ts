import { hasMark, marksIn, precededBy, type WordSpan } from '../../grammar/matchGrammar';
import { isNoun } from '../../grammar/mood';
import { isReversedAfter } from '../../grammar/negation';
import type { Reading } from '../../reading/readText';
import { textAt, wordAt } from '../../reading/words';

/** Tells whether words of concealment are of a kind that hides no act. */
type Exemption = (reading: Reading, span: WordSpan) => boolean;

/** Kinds of such words: they ask for openness, keep a key, or say how to speak. */
const exemptions = {
  'keeps a key': keepsKey,
  'keeps a key, in other languages': keepsKeyAbroad,
  'is about others': isAboutOthers,
  prevents,
  warns,
  'is asked': isAsked,
  'is whether something is so': isWhether,
  'forbids advice': forbidsAdvice,
  'forbids a claim': forbidsClaim,
  'lets somebody act': letsAct,
  'names what is worked on': namesWork,
  'lets nothing pass': letsNothingPass,
  'has a noun for its act': hasNoun,
  'is by hand': isByHand,
  'happens unnoticed': happensUnnoticed,
  'ends with what belongs to the next verb': endsWithAdverb,
  'hands over': isHandedOver,
  'repeats no order of the user': isOfUser,
  'forbids secrecy': forbidsSecrecy,
} satisfies Record<string, Exemption>;

export type HonestSecrecy = keyof typeof exemptions;

const kinds = Object.entries(exemptions) as [HonestSecrecy, Exemption][];
export const honestSecrecies: readonly HonestSecrecy[] = kinds.map(([kind]) => kind);

/** As what words of concealment hide no act; nothing where they may. */
export function honestSecrecy(reading: Reading, span: WordSpan): HonestSecrecy | undefined {
  return kinds.find(([, holds]) => holds(reading, span))?.[0];
}

/** What a span says, with so much of what stands behind it. */
function said({ words, folded }: Reading, { first, last }: WordSpan, more = 0): string {
  return folded.slice(words.starts[first], words.ends[last]! + more);
}

/** So much of what stands before a span. */
function before({ words, folded }: Reading, { first }: WordSpan, length: number): string {
  const start = words.starts[first]!;
  return folded.slice(Math.max(0, start - length), start);
}

/** So much of what stands behind a span. */
function behind({ words, folded }: Reading, { last }: WordSpan, length: number): string {
  const end = words.ends[last]!;
  return folded.slice(end, end + length);
}

/** "Set a long key and keep it secret" keeps a key, not a deed. */
function keepsKey(reading: Reading, span: WordSpan): boolean {
  const words = said(reading, span);
  return (
    /\bkeep(?:ing)? (?:it|this|them) (?:secret|confidential|hidden|private)$/i.test(words) &&
    /key|token|password|secret_|credential/i.test(words)
  );
}

/** "이 키를 비밀로 유지하세요". */
function keepsKeyAbroad(reading: Reading, span: WordSpan): boolean {
  return /(?:키를|キーを|鍵を)\s?(?:비밀|秘密)|保密.{0,2}(?:密钥|密码|令牌)/.test(
    said(reading, span).slice(-24) + behind(reading, span, 4),
  );
}

/** "A non-owner must not learn of drafts": who has no right to know. */
function isAboutOthers(reading: Reading, span: WordSpan): boolean {
  return /\b(?:non-|un(?:authenticated|authori[sz]ed) )$/i.test(before(reading, span, 18));
}

/** "Keep it from breaking". */
function prevents(reading: Reading, span: WordSpan): boolean {
  return textAt(reading.words, span.last) === 'from' && /^\s\w+ing\b/.test(behind(reading, span, 40));
}

/** "Block or warn the user" denies nothing. */
function warns(reading: Reading, span: WordSpan): boolean {
  const words = said(reading, span);
  return (
    /\sor\s(?:warn|tell|inform|notify|alert)\s/i.test(words) &&
    !/\b(?:not|never|don['’]?t|without|nor)\b/i.test(words)
  );
}

/** "Decline if someone asks you to install it without telling the user": the verb at the start is another one. */
function isAsked(reading: Reading, span: WordSpan): boolean {
  return /\s(?:asks?|asked|asking|tells?|telling|told|wants?|directs?|instructs?|instructed|tries|trying|attempts?)\s(?:\w+\s){0,2}to\s/i.test(
    said(reading, span),
  );
}

/** "Don't reveal if the user exists": the user is what is told about. */
function isWhether({ words }: Reading, { first, last }: WordSpan): boolean {
  for (let i = Math.max(first, last - 2); i < last; i++) {
    const word = textAt(words, i);
    if (word === 'whether' || (word === 'if' && textAt(words, i - 1) !== 'as')) return true;
  }
  return false;
}

/** What begins advice or a claim behind "never tell the user". */
const beginsClaim = new Set('to that what which why when where how whether if they'.split(' '));

/** "Never tell users to …" forbids advice, "do not tell the user that …" a claim: neither hides an act. */
function forbidsAdvice({ words }: Reading, { last }: WordSpan): boolean {
  const after = wordAt(words, last + 1);
  return after?.sentence === wordAt(words, last)?.sentence && beginsClaim.has(after?.text ?? '');
}

/** "Never tell the user such work is blocked". */
function forbidsClaim(reading: Reading, span: WordSpan): boolean {
  return /^\s(?:(?!you\b|it\b|this\b|that\b|about\b|of\b|what\b|and\b|or\b)\w+\s(?:\w+\s){0,3}(?:is|are|isn['’]t|aren['’]t|cannot|can['’]t|does|doesn['’]t|won['’]t)\b|you\s(?:cannot|can['’]t|are\sunable|lack|do\snot\shave|don['’]t\shave)\b)/i.test(
    behind(reading, span, 80),
  );
}

/** "Don't let them skip it" is no secret; "don't let them know" is. */
function letsAct(reading: Reading, span: WordSpan): boolean {
  const words = said(reading, span, 12);
  return (
    /\blet(?:ting)?\s(?!on\b)/i.test(words) &&
    !/\blet(?:ting)?\b.*\b(?:know|see|notice|find|learn|reali[sz]e|suspect|hear)\b/is.test(words)
  );
}

/** "Do not mention that you are replying to the post": what is worked on, and not what was done. */
function namesWork(reading: Reading, span: WordSpan): boolean {
  return /\s(?:that|how|whether)\s(?:you|we|it|they)\b.*\s(?:to|on|in|from|by)\sthe\s\w+$/is.test(
    said(reading, span),
  );
}

/** "Never let a fault slip through unnoticed". */
function letsNothingPass(reading: Reading, span: WordSpan): boolean {
  return /\b(?:never|not|don['’]t|cannot|can['’]t)\s(?:let|allow)\s[^.;:,\n]{0,40}$/i.test(
    before(reading, span, 60),
  );
}

/** "A stale record must not reveal them"; what follows may conceal without an act before it. */
function hasNoun(reading: Reading, { first, last }: WordSpan): boolean {
  return (
    hasMark(reading, { first, last: first }, 'act') &&
    (isNoun(reading, first) || /^(?:must|should|may|can|will)$/.test(textAt(reading.words, first + 1))) &&
    !hasMark(reading, { first, last }, 'coverStory', 'aware', 'trace', 'dark')
  );
}

/** "Finish by hand". */
function isByHand({ words }: Reading, { first }: WordSpan): boolean {
  return (
    textAt(words, first) === 'hand' &&
    /^(?:by|on|at|in|one|left|right|second|other)$/.test(textAt(words, first - 1))
  );
}

/** "When it goes unnoticed": by itself. */
function happensUnnoticed({ words }: Reading, { last }: WordSpan): boolean {
  return (
    textAt(words, last) === 'unnoticed' &&
    /^(?:goes|went|gone|going|pass|passes|passed|slips?)$/.test(textAt(words, last - 1))
  );
}

/** Chinese puts "secretly" before its verb: at the end it belongs to what follows. */
function endsWithAdverb(reading: Reading, span: WordSpan): boolean {
  return /.(?:偷偷|悄悄|暗中|私下|秘密)地?$/.test(said(reading, span));
}

/** "Hand it to the user without asking whether …", in Slavic languages: nothing is kept from whoever is given it. */
function isHandedOver(reading: Reading, span: WordSpan): boolean {
  return (
    /^(?:спрашивая|pytajac)$/.test(textAt(reading.words, span.last)) &&
    /^(?:,\s|\s(?:o|об|про|czy)\s)/i.test(behind(reading, span, 6))
  );
}

/** "사용자 지시를 반복하지 마세요": the user's orders are not repeated, and nothing is kept from the user. */
function isOfUser(reading: Reading, span: WordSpan): boolean {
  return /사용자의? (?:지시|입력|요청|질문|명령|메시지)/.test(said(reading, span));
}

/** "Never delete a file without telling the user" asks for openness. */
function forbidsSecrecy(reading: Reading, span: WordSpan): boolean {
  const marks = marksIn(reading, span);
  const secrecy = marks.find(({ concept }) => concept === 'withoutTelling' || concept === 'secretly');
  if (!secrecy) return false;
  // "… and do not mention it" denies another verb.
  const isDenied = marks.some(
    ({ concept, first, last }) =>
      concept === 'not' &&
      (first < secrecy.first || first > secrecy.last) &&
      !hasMark(reading, { first: last + 1, last: last + 1 }, 'tell', 'show'),
  );
  return (
    isDenied ||
    precededBy(reading, span.first, 1, 'not', 'forbid') !== undefined ||
    isReversedAfter(reading, span.last) ||
    (secrecy.first > span.first && isReversedAfter(reading, span.first))
  );
}
