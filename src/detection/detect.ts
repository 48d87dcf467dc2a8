import { joinMessages } from '../prompts/joinMessages';
import type { Finding, Severity } from '../protocol/finding';
import type { PlaceKind, Segment } from '../protocol/prompt';
import { contentToSource } from '../protocol/text/sourceMap';
import { createFindings, type Match } from './createFindings';
import { readDiscussion } from './discussion/readDiscussion';
import { writtenRange } from './folding/foldText';
import { applyPolicy, type Policy } from './policy';
import type { Hit } from './hit';
import { dropReading, readText } from './reading/readText';
import { rules } from './rules';
import { bareInputs } from './slots/bareInputs';
import type { Found, Rule, RuleWords } from './rules/rule';

/**
 * What was found in the segments of a text when it was scanned last, by all that it depends on: one that comes again,
 * as when another part of the text was edited, is not looked through anew.
 */
export type Memory = Map<string, readonly Match[]>;

/**
 * Injection markers in the segments of prompts, in the order of the text. Pure; time grows with the length of
 * the text.
 *
 * @param text the source that the ranges of the segments point into
 * @param own rules to look for beside those of the project; with a memory, always the same ones
 * @param memory of the same text as it was; holds what is known of it as it is afterwards
 */
export function detect(
  text: string,
  { segments }: { segments: readonly Segment[] },
  policy: Policy = {},
  own: readonly Rule[] = [],
  memory?: Memory,
): Finding[] {
  const all = [...rules, ...own];
  const known = new Map(memory);
  memory?.clear();
  const found = joinMessages(segments).flatMap((segment) => {
    if (!memory) return placed(segment, findInSegment(segment, all));
    const { trust, role, content, places } = segment;
    const key = JSON.stringify([trust, role, places, content]);
    const hits = known.get(key) ?? findInSegment(segment, all);
    memory.set(key, hits);
    return placed(segment, hits);
  });
  const matches = [...found, ...bareInputs(segments)];
  return applyPolicy(createFindings(text, matches), policy);
}

/** Where in the source stands what was found in a segment. */
function placed(segment: Segment, found: readonly Match[]): Match[] {
  // Words that stand nowhere in the source are placed on the whole message.
  return found.map((match) => ({ ...match, ...(contentToSource(segment, match) ?? rangeOf(segment)) }));
}

/** What the rules find in a segment, as ranges of its content. */
function findInSegment(segment: Segment, all: readonly Rule[]): Match[] {
  const reading = readText(segment.content, segment.places);
  const matches: Match[] = [];
  const isExample = isWholly('sample', segment);
  const isComment = isWholly('comment', segment);
  const trust = isExample ? 'user' : segment.trust;
  for (const rule of all) {
    if (rule.severity[trust] === null) continue;
    for (const hit of rule.find(reading)) {
      const grave = (hit.severity ?? rule.severity)[trust];
      if (grave === null || isOwnOf(rule, segment, hit)) continue;
      let severity: Severity = isExample ? 'hint' : (isComment && rule.inComments) || grave;
      if (rule.discussable) {
        const { quoted, reported } = readDiscussion(reading, hit);
        if (segment.trust === 'untrusted') {
          // Data may quote anything as JSON; only what it also reports is an example.
          if (reported() && quoted()) severity = 'hint';
        } else if (reported() || quoted()) continue;
      }
      const written = rule.reads === 'folded' ? writtenRange(reading, hit) : hit;
      const { start, end } = written;
      const spoken = { role: segment.role, trust: segment.trust };
      matches.push({ rule: titled(rule, hit), severity, segment: spoken, start, end });
    }
  }
  dropReading(reading);
  return matches;
}

/**
 * Whether a segment is all of a kind: a sample, since what a test puts in is an example of what may come, attacks above
 * all, or a comment of a program.
 */
function isWholly(kind: PlaceKind, { places, content }: Segment): boolean {
  return (
    places?.some((place) => place.kind === kind && place.start === 0 && place.end === content.length) === true
  );
}

/** Whether something is what a message of an author's chat may begin with, or be. */
function isOwnOf(rule: Rule, { role, trust, content }: Segment, { start }: Hit): boolean {
  if (trust !== 'author') return false;
  if (rule.saidByAssistant && role === 'assistant') return true;
  return rule.opensSystem === true && role === 'system' && content.slice(0, start).trim() === '';
}

/** A rule as it speaks of one of its finds. */
function titled(rule: Rule, { title }: Found): RuleWords {
  return title === undefined ? rule : { ...rule, title };
}

function rangeOf({ start, end }: Segment): Hit {
  return { start, end };
}
