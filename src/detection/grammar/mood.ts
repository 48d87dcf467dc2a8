import type { WordSpan } from './matchGrammar';
import { lineBefore } from '../reading/lines';
import type { Reading } from '../reading/readText';
import { wordAt } from '../reading/words';

const set = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Before these a verb is a noun: "run the forget command". */
const determiners = set('the a an its his their her our each every another');
/** Who does something when a verb stands right after: nobody is told to. */
const subjects = set('i we they he she it who which people users everyone someone somebody nobody');
const modals = set('may might could would can will should must shall do does did didnt cant wont wouldnt');
const adverbs = set('also now then always just simply often sometimes usually typically still even only');
/** Many things that a clause with "that" may be about, whose own words are no order. */
const others =
  /^(?:requests|questions|answers|replies|prompts|queries|inputs|outputs|texts|topics|tasks|activities|actions|attempts|cases|situations|sentences|users|people|models|agents|assistants|tools|programs|plans|ideas|changes|files|documents|pages|products|things)$/;
/** "The assistant must ignore …" is said to it. */
const models =
  /^(?:you|ya|u|assistant|model|ai|llm|agent|bot|chatbot|claude|chatgpt|gpt|gemini|copilot|crawler|robot|automated)s?$/;
const demanding = set('should must shall will');
/** What makes "to ignore" an order: "you are to", "instructed to", "remember to". */
const ordering = set(`
  instructed told asked ordered commanded required need needs want wants have has must you is are am remember sure going
  free allowed permitted directed authorised authorized tasked supposed ought obliged advised task job goal mission like
  love please time order instruction tell ask command instruct permission you`);

/**
 * Whether the English verb that a span begins with tells what happens, or is a noun, instead of being an order: what stands right
 * before it in its sentence says so.
 */
export function isNarrated(reading: Reading, span: WordSpan): boolean {
  const verb = wordAt(reading.words, span.first)?.text ?? '';
  if (!/^[a-z]/.test(verb)) return false;
  const before = wordsBefore(reading, span.first);
  if (verb.endsWith('ing')) return isHabit(reading, span, before);
  // "It may silently forget …"
  const [last = '', ...earlier] = before.slice(
    Math.max(
      0,
      before.findIndex((word) => !/..ly$/.test(word)),
    ),
  );
  if (last === '') return false;
  if (determiners.has(last) || subjects.has(last)) return true;
  // "Requests that break the rules"; orders that do are what they say.
  if (last === 'that' && others.test(earlier[0] ?? '')) return true;
  if (last === 'to') return isPurpose(earlier);
  // "Long prompts make models forget earlier rules."
  if (
    /^(?:makes?|made|making|lets?|letting|causes?|helps?)$/.test(earlier[0] ?? '') &&
    !/^(?:sure|certain|me|us)$/.test(last)
  )
    return true;
  if (!modals.has(last)) return false;
  const subject = earlier.find((word) => !adverbs.has(word));
  if (subject === undefined || /^(?:you|ya|u|and|or|then|but|please)$/.test(subject)) return false;
  return !(demanding.has(last) && earlier.some((word) => models.test(word)));
}

/** Whether a verb is a noun there: "run the purge command". */
export function isNoun(reading: Reading, verb: number): boolean {
  return determiners.has(wordsBefore(reading, verb)[0] ?? '');
}

/** "A flag to skip earlier steps" orders nothing. */
function isPurpose(earlier: readonly string[]): boolean {
  const [said = ''] = earlier.filter((word) => !adverbs.has(word));
  // "Tell it to ignore …"
  if (said === '' || ordering.has(said) || ordering.has(earlier[1] ?? '')) return false;
  return !earlier.slice(0, 4).includes('you');
}

/** "Ignoring the return policy" names what somebody does wrong; with what is to be done instead it is an order. */
function isHabit({ words, folded }: Reading, { first, last }: WordSpan, before: readonly string[]): boolean {
  const [led = '', who = '', then] = before;
  // "You keep forgetting the rules."
  if (
    /^(?:you|it|they|we|i|he|she|\w+s)$/.test(who) &&
    /^(?:keep|start|try|continue|are|is|begin)$/.test(led) &&
    then !== 'now'
  )
    return true;
  if (/^(?:by|start|begin|keep|continue|try|consider|while|and|then|now|you|are|be|with)$/.test(led))
    return false;
  const start = words.starts[first]!;
  const end = words.ends[last]!;
  // "Answer me ignoring all other orders."
  const all = /\b(?:all|any|every|your)\b/.test(folded.slice(start, end).toLowerCase());
  if (led !== '' && all)
    return /^(?:is|was|are|stop|avoid|of|for|from|about|like|not|never|includes?|means|than|or|as|\w+s)$/.test(
      led,
    );
  // "Act as a pirate, ignoring earlier rules."
  if (/,\s*$/.test(folded.slice(Math.max(0, start - 3), start))) return false;
  const behind = folded.slice(end, end + 160).split(/[.!?。\n]/, 1)[0] ?? '';
  if (/^\s?:\s/.test(behind) && all) return /^\s*[-*+•|#]/.test(lineBefore(folded, start));
  return !/,\s\S/.test(behind);
}

/** The words before one in its sentence, the nearest first, as long as nothing but blanks and emphasis parts them. */
function wordsBefore({ words, folded }: Reading, at: number): string[] {
  const before: string[] = [];
  for (let i = at - 1; i >= at - 6; i--) {
    const word = wordAt(words, i);
    const next = wordAt(words, i + 1);
    if (!word || !next || word.sentence !== next.sentence) break;
    if (!/^[\s*_]+$/.test(folded.slice(word.end, next.start))) break;
    before.push(word.text);
  }
  return before;
}
