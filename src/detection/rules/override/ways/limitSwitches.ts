import type { WordSpan } from '../../../grammar/matchGrammar';
import { conceptIndex } from '../../../lexicon/concepts';
import { marksOf, occurs } from '../../../reading/marks';
import type { Reading } from '../../../reading/readText';
import { firstWordFrom } from '../../../reading/words';

/** What sets a switch off: `: off`, `="none"`, `>false<`. */
const off =
  '["\'”]?\\s{0,3}(?:[:=>]|\\sis\\s)\\s{0,3}["\'“]?(?:off|none|disabled?|false|n\\/a|inactive|bypass(?:ed)?|suspended|void|0)(?![\\w-]|\\.\\w)';
const setOff = new RegExp(`^${off}`, 'i');
/** Another switch nearby, by a name that programs have too. */
const another = new RegExp(
  `\\b(?:filters?|polic(?:y|ies)|restrictions?|limits?|limitations|moderation|rules|warnings?|constraints|boundaries|compliance|ethics|refusals?|guardrails?|censorship|safety)${off}`,
  'i',
);
/** How far off another switch may stand, UTF-16 code units. */
const NEAR = 80;

/** "safety: off, filters: none": two switches of a model at least that are set off beside each other, as in settings. */
export function limitSwitchesIn({ marks, words, folded, groups, fences }: Reading): WordSpan[] {
  if (!occurs(groups, conceptIndex.limitSwitch)) return [];
  const spans: WordSpan[] = [];
  for (const index of marksOf(groups, conceptIndex.limitSwitch)) {
    const first = marks.firsts[index]!;
    const last = marks.lasts[index]!;
    const start = words.starts[first]!;
    const end = words.ends[last]!;
    const set = setOff.exec(folded.slice(end, end + 24));
    if (!set || fences.inProgram(start)) continue;
    const behind = another.exec(folded.slice(end + set[0].length, end + set[0].length + NEAR));
    if (behind) {
      const close = end + set[0].length + behind.index + behind[0].length;
      spans.push({ first, last: Math.max(last, firstWordFrom(words, close) - 1) });
    } else if (another.test(folded.slice(Math.max(0, start - NEAR), start))) spans.push({ first, last });
  }
  return spans;
}
