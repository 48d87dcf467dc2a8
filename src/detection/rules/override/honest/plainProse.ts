import { hasMark, type WordSpan } from '../../../grammar/matchGrammar';
import { lineBefore } from '../../../reading/lines';
import type { Reading } from '../../../reading/readText';
import { wordAt } from '../../../reading/words';

/** How much is read behind a span, UTF-16 code units. */
const TAIL = 80;

/** "If these instructions are outdated, …", "you followed them and they were wrong": faults of a manual. */
const faulty = /\b(?:outdated|obsolete|out of date|wrong|false|a mistake|superseded|invalid)$/i;
const conditional = /\b(?:if|when|whenever|whether|unless|until|once|where|in case)\b[^.!?;:]*$/i;
const owned =
  /\b(?:your|my|previous|prior|earlier|above|original|initial|old)\b|\b(?:everything|anything|all)\b.*\bthis (?:line|message|paragraph|point|prompt|sentence|text|is|was)\b|\bfrom (?:the|your) (?:developer|creator|maker|operator)s? (?:is|are)\b/i;
/** "The system prompt is outdated; follow this": whoever says so puts something else in its place. */
const outdone =
  /^[.;,!]\s{1,2}(?:use|follow|obey|go by|act on|work with) (?:this|these|the following|mine|my)\b/i;
/** "Ignore the instructions above if you use Docker": a manual that has more than one way. */
const otherwise =
  /^(?:\sbelow\b|[^.!?\n]{0,30}\s(?:if|when|unless)\s(?:you\s(?:use|are\s(?:using|on|running)|run|have|already|installed|prefer|build|work)|your|it|the)\b)/i;
/** "The old rules are no longer valid since the spring." */
const dated = /^(?:old|older|existing|current)\s[^.!?\n]{0,60}\s(?:since|as of|after|in|with|for)\s/i;
const safely = /\b(?:safely|simply skip|freely)\s$/i;
/** "The guidance above does not apply to it." */
const elsewhere =
  /^[^.!?]{0,60}\b(?:does|do)\snot\sapply\s(?:to|when|if|where|for)\s(?!you\b|me\b|us\b|this\b|these\b|now\b|the\s(?:following|next|rest))/i;
/** "Forget what you were told about carbs": an opinion, not an order. */
const told = /\b(?:told|said|taught|learned|learnt|heard|read|know)$/i;
const about =
  /^\sabout\s(?!(?:your|the\s(?:rules|instructions|prompt|task|system)|rules|instructions|safety|being)\b)/i;
const asked = /\b(?:(?:do|whether|if) you (?:really )?want|would you like|are you sure|want me)\b[^.!\n]*$/i;
/** "Your policy has expired", "we have cancelled your orders": what an office or a shop says. */
const bought =
  /^(?:(?:we|i)\b[^.!?]{0,40}\s)?your (?:(?!content|safety|usage)\w+ )?(?:orders?|polic(?:y|ies)|limits?|filters?|configuration|commands?|directions|protocols?)\b/i;
/** What a command of a program does: "/reset — forget the conversation". */
const command = /^[\s>*|+-]{0,8}`?(?:\/[a-z][\w-]{1,30}|--?[a-z][\w-]{1,30})`?\s{0,4}(?:[|:—–-]|->)\s{0,4}$/i;

/** Whether words of overriding are what people say of manuals, settings and programs. */
export function isPlainProse(reading: Reading, span: WordSpan): boolean {
  const start = wordAt(reading.words, span.first)?.start ?? 0;
  const end = wordAt(reading.words, span.last)?.end ?? 0;
  const { folded } = reading;
  const said = folded.slice(start, end);
  const before = lineBefore(folded, start);
  const behind = folded.slice(end, end + TAIL);
  const orders = hasMark(reading, span, 'disregard');
  if (
    !orders &&
    faulty.test(said) &&
    (conditional.test(before) || !(owned.test(said) || outdone.test(behind)))
  )
    return true;
  if (!orders && bought.test(said)) return true;
  if (!orders && elsewhere.test(said + behind)) return true;
  if (command.test(before) || (!orders && dated.test(said + behind))) return true;
  return (
    orders &&
    (otherwise.test(behind) ||
      safely.test(before) ||
      (told.test(said) && about.test(behind)) ||
      asked.test(before))
  );
}
