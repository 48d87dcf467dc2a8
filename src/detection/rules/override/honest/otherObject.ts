import type { WordSpan } from '../../../grammar/matchGrammar';
import type { Reading } from '../../../reading/readText';
import { textAt, wordAt } from '../../../reading/words';

/** Whether a span ends within the name of something else than orders: "skip all previous results". */
export function isOtherObject(reading: Reading, span: WordSpan): boolean {
  return (
    goesOn(reading, span) ||
    isExplained(reading, span) ||
    isStatement(reading, span) ||
    isBeforeOther(reading, span) ||
    isMadeSoFar(reading, span) ||
    goesOnFromHyphen(reading, span) ||
    goesOnAfterHyphen(reading, span) ||
    isOrdered(reading, span)
  );
}

/** Dutch "leg elke regel uit" explains each; "leg elke regel naast je neer" is the verb of overriding. */
function isExplained({ words, folded }: Reading, { first, last }: WordSpan): boolean {
  if (textAt(words, first) !== 'leg') return false;
  const clause = folded.slice(words.starts[first], words.ends[last]! + 80).split(/[.!?;\n]/, 1)[0]!;
  return /\buit\b/i.test(clause) && !/\b(?:naast|neer|opzij|terzijde)\b/i.test(clause);
}

/** Vietnamese "câu lệnh import": a statement of a program. */
function isStatement({ words, folded }: Reading, { last }: WordSpan): boolean {
  const end = words.ends[last]!;
  return (
    /cau lenh$/i.test(folded.slice(Math.max(0, end - 8), end)) &&
    /^\s(?:import|include|using|namespace|package|require|print|log|debug|sql|if|for|while|switch|return)\b/i.test(
      folded.slice(end, end + 12),
    )
  );
}

/** What may follow "all previous" where nothing more is named. */
const functional =
  /^(?:and|then|or|but|in|from|at|to|for|that|which|you|i|we|now|instead|because|as|with|your|this|these|please|so|given|said|stated|written|are|is|were|was|just)$/;
/** Nouns for what a model may be told, which no lexicon lists. */
const orderly =
  /^(?:[a-z]+ ){0,2}(?:\w*(?:instruct|guid|polic|procedur|protocol|direct|prompt|constrain|restrict|requirement|config|behavio|training|programming|command)\w*|rules?|tasks?|roles?|context)\b/i;
const kept =
  /^(?:changes|edits|commits|results|values|versions|files|drafts|outputs|settings|data|attempts|steps|errors|entries|items|records|selections|work|sessions|releases|warnings|turns|runs|tokens|links)$/;

/** "All previous" alone means all that was said; before another noun it means that noun: "all previous changes". */
function goesOn(reading: Reading, span: WordSpan): boolean {
  const last = wordAt(reading.words, span.last);
  const next = wordAt(reading.words, span.last + 1);
  if (!last || !next || !/^(?:previous|prior|above)$/.test(last.text)) return false;
  if (textAt(reading.words, span.last - 1) !== 'all') return false;
  if (reading.folded.slice(last.end, next.start) !== ' ') return false;
  // "Invalidate all previous links", "supersedes all prior and contemporaneous agreements": any noun.
  const verb = textAt(reading.words, span.first);
  const behind = reading.folded.slice(next.start, next.start + 40);
  if (!/^(?:supersed|replac|invalid|void|drop)/.test(verb)) return kept.test(next.text);
  if (!verb.startsWith('invalid') && orderly.test(behind)) return false;
  return !functional.test(next.text) || /^and [a-z]+(?:al|ous|ary) [a-z]+s\b/.test(behind);
}

/** "Reset everything before the setup": what comes before something else, and not all that was said. */
function isBeforeOther(reading: Reading, span: WordSpan): boolean {
  const first = textAt(reading.words, span.first);
  const last = wordAt(reading.words, span.last);
  if (last?.text !== 'before' || !/^(?:reset|skip|delete|drop|wipe|erase|clear|remove)/.test(first))
    return false;
  const next = wordAt(reading.words, span.last + 1);
  return (
    next !== undefined &&
    next.sentence === last.sentence &&
    reading.folded.slice(last.end, next.start) === ' ' &&
    !/^(?:this|that|it|and|now|here|then|you|i)$/.test(next.text)
  );
}

/** What a model was told; other things were only made, stored or counted "so far". */
const toldSoFar =
  /^(?:said|told|discuss|mention|stat|agree|cover|explain|learn|receiv|provid|establish|describ|outlin|decid|ask|request|instruct|writ|read|seen|given|know|heard|happen|done)/;

/** "Drop everything cached so far", "everything before it is history": what is no word to a model. */
function isMadeSoFar({ words, folded }: Reading, { first, last }: WordSpan): boolean {
  const said = folded.slice(words.starts[first], words.ends[last]).toLowerCase();
  const [, made] = /\b(?:everything|anything|all) ([a-z]+ed) so far\b/.exec(said) ?? [];
  return (
    (made !== undefined && !toldSoFar.test(made)) ||
    /\b(?:everything|anything|all) before (?:it|them)\b/.test(
      said + folded.slice(words.ends[last], words.ends[last]! + 6),
    )
  );
}

/** "The `unset-mail` commands": the verb is a part of a name. */
function goesOnFromHyphen({ words, folded }: Reading, { first, last }: WordSpan): boolean {
  const said = folded.slice(words.ends[first], words.ends[last]);
  return /^-[a-z\d]+ (?:commands?|scripts?|flags?|options?|rules?)$/i.test(said);
}

/** "Ignore any instruction-like text": the last word goes on behind a hyphen. */
function goesOnAfterHyphen({ words, folded }: Reading, { last }: WordSpan): boolean {
  const end = wordAt(words, last)?.end ?? 0;
  return /^-[a-z]/i.test(folded.slice(end, end + 2));
}

/** "Cancel all previous orders of the account": what was ordered in a shop. */
function isOrdered({ words, folded }: Reading, { first, last }: WordSpan): boolean {
  if (!/^(?:cancel|withdraw|void|reject)/.test(textAt(words, first)) || textAt(words, last) !== 'orders')
    return false;
  const end = wordAt(words, last)?.end ?? 0;
  return /^(?:\s(?!and\b|then\b|you\b|i\b)[a-z]|\.$|\.\s)/i.test(folded.slice(end, end + 5));
}
