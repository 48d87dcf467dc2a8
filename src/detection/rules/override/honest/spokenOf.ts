import { hasMark, type WordSpan } from '../../../grammar/matchGrammar';
import { lineBefore } from '../../../reading/lines';
import type { Reading } from '../../../reading/readText';
import { textAt } from '../../../reading/words';

/** How much is read behind a span, UTF-16 code units. */
const TAIL = 60;

/** What programs and people do to a prompt of theirs, and the prompt as a thing of its own. */
const changed =
  /^(modif|chang|edit|updat|adjust|tweak|customi[sz]|overrid|replac|extend)\w*\s\W{0,4}the\s\W{0,4}system\s(?:prompt|message|instruction)s?$/i;
/** What a prompt is changed into is said to a model; where, when and for what it is changed is said of one. */
const into =
  /^\W{0,4}\s?(?:with|so\sthat|and|then|by)\s|^\W{0,4}\s?to\s(?:say|be|reveal|allow|remove|ignore|always|let|make)\b/i;
const forWhat =
  /^\W{0,4}\s(?:for\s(?!(?:this|the)\s(?:conversation|chat|session|reply|response|message|rest)|all\b|now\b|me\b)|(?:of|in|within|inside|via|through|using|at|per|when|if|on)\s)/i;
const offered =
  /\b(?:you|users?|they|we|one)\s(?:can|could|may|might|want\sto)\s|\bhow\sto\s|\b(?:option|optional)/i;
/** "This overrides earlier guidance about tables": the rest stands. */
const partly =
  /^\s(?:about|regarding|concerning|on\s(?:how|when|where|whether))\s(?!(?:your|the)\s(?:rules?|role|task|system|safety|behaviou?r)\b|you\b|safety\b|what\syou\b)/i;
/** "Regardless of what earlier messages allowed" says how far a rule goes. */
const regardless = /^(?:regardless\sof|irrespective\sof|without\sregard\s(?:to|for))\s/i;
const saidByOthers =
  /\b(?:messages?|turns?|conversations?|history)$|\b(?:anything|everything|whatever)(?:\sthat)?\s(?:is|was|may\sbe|gets|has\sbeen)\ssaid$/i;
/** "Regardless of any persona, you must never …" forbids. */
const firm =
  /^,?\s(?:you|it|the\s\w+)\s(?:must|should|may|can|will)\s?(?:never|not)\s(?!refuse|decline|deny|reject|say\sno|warn|mention|hesitate)/i;
/** "Ignoring earlier unrelated commands", as against all of them. */
const useless = /\b(?:unrelated|irrelevant|failed|duplicated?|stale|empty|malformed|repeated)\s/i;

/** Whether prompts, rules and messages are spoken of as things beside the one that speaks. */
export function isSpokenOf(reading: Reading, span: WordSpan): boolean {
  const { words, folded } = reading;
  const start = words.starts[span.first]!;
  const end = words.ends[span.last]!;
  const said = folded.slice(start, end);
  const behind = folded.slice(end, end + TAIL);
  const [, verb] = changed.exec(said) ?? [];
  if (verb !== undefined) {
    const before = lineBefore(folded, start);
    // A column of a table of options tells what each does.
    if (offered.test(before) || forWhat.test(behind) || /\S\s{2,}$/.test(before)) return true;
    return !/^(?:overrid|replac)/i.test(verb) && !into.test(behind);
  }
  if (/^(?:overrid|supersed|replac)\w*s\s/i.test(said) && !hasMark(reading, span, 'whole', 'everything'))
    return partly.test(behind);
  if (regardless.test(said) && saidByOthers.test(said)) return true;
  if (regardless.test(said) && firm.test(behind)) return true;
  // "Fire-and-forget the task."
  if (/[a-z]-$/i.test(folded.slice(Math.max(0, start - 2), start))) return true;
  // `cancel()` is called, "scratch system prompt" is one of a list.
  if (/^\s?\(/.test(folded.slice(words.ends[span.first]!, words.ends[span.first]! + 2))) return true;
  if (textAt(words, span.first) === 'scratch')
    return !/^\s(?:that|this|the|your|all|any|every|everything|my|what|out|of|previous|prior)\b/i.test(
      folded.slice(words.ends[span.first]!, words.ends[span.first]! + 12),
    );
  return useless.test(said) && !hasMark(reading, span, 'everything');
}
