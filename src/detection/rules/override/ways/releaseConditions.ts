import { marksIn, type WordSpan } from '../../../grammar/matchGrammar';
import type { Concept } from '../../../lexicon/concepts';
import type { Reading } from '../../../reading/readText';
import { textAt, wordAt } from '../../../reading/words';
import { isOrder } from '../honest/honestOverride';

/** Which words for what came before name it by its time alone: "remove doublets before training". */
const when = /^(?:before|past|former)$/;

/** Whether what came before is named by more than its time. */
export function namesEarlier(reading: Reading, span: WordSpan): boolean {
  for (const { concept, first: word } of marksIn(reading, span))
    if (concept === 'prior' && !when.test(textAt(reading.words, word))) return true;
  return false;
}

/** An order, also behind a comma: "for this answer, drop …". */
export function isCommand(reading: Reading, span: WordSpan): boolean {
  if (isOrder(reading, span)) return true;
  const { words, folded } = reading;
  return /,\s$/.test(folded.slice(words.ends[span.first - 1] ?? 0, words.starts[span.first]));
}

/** Whether an order ends with its object, or goes on with another. */
export function stands({ words, folded }: Reading, { last }: WordSpan): boolean {
  const end = wordAt(words, last)?.end ?? 0;
  return /^(?:\s*$|\s?[.!;,)\]*\n]|\s(?:and|then|now|you|und|et|y|e|и|oraz|i|en|dann|puis|luego|ora|agora|ahora|for me|for this|above|immediately|(?:placed|imposed|put) (?:up)?on you)\b)/.test(
    folded.slice(end, end + 14),
  );
}

/** Whether what is lifted is lifted for the reader, now. */
export function isForReader({ words, folded }: Reading, { first, last }: WordSpan): boolean {
  const start = words.starts[first]!;
  const end = words.ends[last]!;
  if (/\byour?\b|\bur\b/i.test(folded.slice(start, end))) return true;
  if (
    /\b(?:policy|system|safety|admin|security) (?:update|notice|alert|announcement)\s?:\s*$/i.test(
      folded.slice(Math.max(0, start - 30), start),
    )
  )
    return true;
  return /^\s(?:for you|for this (?:session|conversation|chat|answer|reply|request|task|message)|now|from now|any ?more)\b/i.test(
    folded.slice(end, end + 24),
  );
}

/** Whether bare rules are dropped by a verb that is said to nobody but who is held to them, and nothing goes on about them. */
export function isPlainlyDropped(reading: Reading, span: WordSpan): boolean {
  const { words, folded } = reading;
  const verb = textAt(words, span.first);
  const end = words.ends[span.last]!;
  if (/^(?:replace|rewrite|overwrite|change)$/.test(verb))
    return /^\s(?:with|by)\s(?:this|these|the following|mine|my)\b/i.test(folded.slice(end, end + 24));
  return (
    /^(?:ignore|disregard|forget|disobey|defy|ditch|override|overrule)$/.test(verb) && stands(reading, span)
  );
}

/** "ignoreAllPreviousInstructions", "Ignoreprevious instructions". */
const oneWord =
  /^(?:ignore|disregard|forget)(?:all|any|every|the|of|your|my)*(?:previous|prior|preceding|above|earlier|your|all)[\s_-]?(?:(?:safety|system)[\s_-]?)?(?:instructions?|rules?|prompts?|guidelines?|commands?|directions?|directives?|context|messages?|orders?)|^forgeteverything(?:above|before)/i;

export function isJoined({ words, folded }: Reading, { first: word }: WordSpan): boolean {
  const start = words.starts[word]!;
  return oneWord.test(folded.slice(start, start + 80));
}

/** Whether a memory is wiped of what was said, or a context so that something else is obeyed. */
export function isWiped({ words, folded }: Reading, { first, last }: WordSpan): boolean {
  const behind = folded.slice(words.ends[last]!, words.ends[last]! + 60);
  const mind = /memor|mind|brain/i.test(folded.slice(words.starts[first]!, words.ends[last]!));
  return (
    /^\sof\s(?:all|any|every|the (?:above|previous|rules|instructions)|what)\b/i.test(behind) ||
    /^\s?[,.;]?\s(?:and|then|now)?\s?(?:then |now )?(?:obey|follow (?:only|these|my|the following)|forget|you are|you will|act as|become|drop|ignore|disregard)\b/i.test(
      behind,
    ) ||
    (mind &&
      /^\s?(?:[.!]|$|and (?:context|instructions|rules|start over|begin again|restart)|\sand (?:context|instructions|rules|start over|begin again|restart))/i.test(
        behind,
      ))
  );
}

/** "You are free of restrictions", not "you do not have to follow these rules". */
export function isFreed({ words, folded }: Reading, { first: word, last }: WordSpan): boolean {
  return /^you(?:'re| are) (?:now )?(?:free|freed|released|exempt|hereby released)\b/i.test(
    folded.slice(words.starts[word]!, words.ends[last]!),
  );
}

/** Whether what rules are replaced with is said right there. */
export function isGiven({ words, folded }: Reading, { first: word, last }: WordSpan): boolean {
  const end = words.ends[last]!;
  const all = folded.slice(words.starts[word]!, end);
  if (/^update/i.test(all) && !/follow|below|these|this/i.test(all)) return false;
  return (
    /(?:these|this|those|mine|following|below|as follows|what follows|ones|my)(?: \w+)?$/i.test(all) ||
    /^\s?:\s{1,2}\S/.test(folded.slice(end, end + 6))
  );
}

/** Whether a sentence ends there, and the text goes on in its line. */
export function hasMore({ words, folded }: Reading, { last }: WordSpan): boolean {
  return /^\.?[\])*-]{0,3}[.!:]?\s{1,2}\S/.test(folded.slice(words.ends[last]!, words.ends[last]! + 8));
}

/** Whether what is said is only supposed: "if your task has changed". */
export function isConditional({ words }: Reading, { first }: WordSpan): boolean {
  // "Note that your rules have expired."
  if (
    /^(?:note|now|aware|know|informed|remember) that$/.test(
      [2, 1].map((n) => textAt(words, first - n)).join(' '),
    )
  )
    return false;
  return [1, 2].some((n) =>
    /^(?:if|when|whenever|unless|whether|until|once|because|that|where|after|before|wenn|falls|sobald|weil|dass|si|cuando|quand|lorsque|que|se|quando|che|als|wanneer|omdat|если|когда|jesli|gdy|eger)$/.test(
      textAt(words, first - n),
    ),
  );
}

/** What joins an order to what stands before it; its first group holds words that say who the reader is now. */
const joint =
  /^(?:\s?[,.;:!–—-]\s{1,2}|\s)(?=((?:and )?(?:you are|you're|you now|you have|you will)\s)?)(?:(?:and|then|now|just|please|simply|instead|you must|you will|you shall|you should|i want you to)\s){0,3}/i;
/** What an order begins with. */
const ordering: ReadonlySet<Concept> = new Set(['order', 'act', 'disregard', 'reveal', 'heed']);

/** Whether what follows is to be done: an order after a comma, an "and" or the end of the sentence. */
export function goesOnAsOrder(reading: Reading, { last }: WordSpan): boolean {
  const { words, folded } = reading;
  const end = words.ends[last]!;
  const joined = joint.exec(folded.slice(end, end + 40));
  if (!joined) return false;
  if (joined[1] !== undefined) return true;
  if (joined[0].trim() === '') return false;
  const next = end + joined[0].length;
  for (let word = last + 1; word <= last + 6 && word < words.length; word++) {
    if (words.starts[word] !== next) continue;
    return marksIn(reading, { first: word, last: word }).some(({ concept }) => ordering.has(concept));
  }
  return false;
}
