import type { Reading } from '../../../reading/readText';
import { wordAt } from '../../../reading/words';

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** What is said about orders that stand somewhere. */
const placed = words('found contained embedded written hidden');
const inside = words('in inside within from on');
const determiners = words(
  'the any a an that those these all such each external uploaded attached retrieved following user users',
);
/** What a prompt is given to work on, in the singular. */
const material = words(`
  document file page text email e-mail mail draft image picture screen screenshot comment code data content website webpage web
  attachment tool article input result source transcript post review resume ticket package repository repo codebase issue diff log skill commit readme archive payload tag`);
/** Said of the prompt's own text, or of text that is part of it. */
const own = words('system above previous your this my');

/** How much is read behind the orders for where they stand, UTF-16 code units. */
const TAIL = 160;
/** "…, commands or directives that may be embedded in": what follows is not the prompt's own. */
const embedded = new RegExp(
  `^(?:[\\s,/]{1,3}(?:(?:and|or|nor)\\s)?(?:(?:formatting|hidden|other|special)\\s)?(?:commands?|directives?|requests?|orders?|prompts?|rules?|overrides?|instructions?|guidelines?|directions)){0,6}[\\s,-]{1,3}(?:(?:that|which)\\s)?(?:(?:may|might|could|can)\\s)?(?:be\\s|are\\s|is\\s|you\\s)?(?:found|find|hidden|appear(?:ing|s)?|written|coming|come|given|sent|put|shown|[a-z]{3,12}ed)\\s(?:in|inside|within|into|from|on|by|while|there|here)\\b`,
  'i',
);
const ownText =
  /^\s(?:the\s|your\s|this\s|my\s)?(?:you|system|above|previous|prior|prompt above|beginning|start|developers?|operators?|creators?|owners?|admin\w*|company|openai|anthropic|makers?)\b|\babove\b/i;

/** "… that the page carries". */
const carried =
  /^\s(?:(?:that|which)\s)?(?:it|they|the\s(?!system|developer|operator|user)\w+|an?\s\w+|any\s\w+)(?:\s\w+)?\s(?:carr(?:y|ies)|contains?|gives?|holds?|includes?|brings?|returns?|emits?)\b/i;

/** "… or directives within these tags", as authors mark data. */
const inTags =
  /^(?:[\s,/]{1,3}(?:(?:and|or|nor)\s)?(?:commands?|directives?|requests?|orders?|instructions?|prompts?)){0,4}\s(?:in|inside|within|between)\s(?:the|these|those|such)\s(?:\S{1,30}\s)?(?:tags|fences|delimiters|markers|blocks)\b/i;

/** Most words that are read: "that stand in all the uploaded user's log files above". */
const REACH = 9;

/**
 * Whether words say that orders stand in text that the prompt is given, "… in the uploaded file": a
 * prompt must not follow those.
 *
 * @param last the last word of the orders
 */
export function standInGivenText(reading: Reading, last: number): boolean {
  const end = wordAt(reading.words, last)?.end ?? 0;
  const behind = reading.folded.slice(end, end + TAIL).split(/[.!?;\n]/, 1)[0] ?? '';
  const kept = embedded.exec(behind);
  if (kept) return !ownText.test(behind.slice(kept[0].length, kept[0].length + 40));
  if (carried.test(behind) || inTags.test(behind)) return true;
  const said = wordsBehind(reading, last);
  if (said[0] === 'for') return /^(?:the other|other|another|a different)\b/.test(said.slice(1).join(' '));
  let at = 0;
  if (placed.has(said[0] ?? '')) at = 1;
  else if (/^(?:that|which) (?:appear|stand|are)$/.test(said.slice(0, 2).join(' '))) at = 2;
  if (!inside.has(said[at] ?? '')) return false;
  if (at === 1 && /^(?:it|them)$/.test(said[2] ?? '')) return true;
  at += 1;
  for (let count = 0; count < 3 && determiners.has(said[at] ?? ''); count++) at += 1;
  return isMaterial(said, at) || (!own.has(said[at] ?? '') && isMaterial(said, at + 1));
}

/** A material in either number or by the name of a tag, and not the text above. */
function isMaterial(said: readonly string[], at: number): boolean {
  const word = said[at] ?? '';
  const known = material.has(word) || material.has(word.replace(/s$/, '')) || word.startsWith('<');
  return known && said[at + 1] !== 'above' && said[at + 1] !== 'before';
}

/** The words after one, as long as nothing but blanks is between them; tags with their bracket, compounds as one. */
function wordsBehind({ words, folded }: Reading, last: number): string[] {
  const said: string[] = [];
  for (let i = last + 1; i <= last + REACH; i++) {
    const before = wordAt(words, i - 1);
    const word = wordAt(words, i);
    if (!before || !word) break;
    const gap = folded.slice(before.end, word.start);
    if (/^[-_]$/.test(gap) && said.length > 0) said.push(`${said.pop()}${gap}${word.text}`);
    else if (/^\s+<?$/.test(gap)) said.push(`${gap.trim()}${word.text}`);
    else break;
  }
  return said;
}
