import { joinMessages } from '../../prompts/joinMessages';
import type { Finding } from '../../protocol/finding';
import type { Segment, SourceRange } from '../../protocol/prompt';
import { contentToSource, sourceToContent } from '../../protocol/text/sourceMap';
import type { Hindrance, Why } from '../../protocol/why';
import { readDiscussion } from '../discussion/readDiscussion';
import { sentenceAround } from '../fixes/passages';
import { writtenRange } from '../folding/foldText';
import type { Hit } from '../hit';
import { readText, type Reading } from '../reading/readText';
import { rules } from '../rules';
import type { Rule } from '../rules/rule';
import { withoutNegation, withoutQuotes } from './variants';

/**
 * Why rules do, or do not, report what stands at a place: what they found there, and of each of the others the first of
 * a few small changes that would make it report the sentence.
 *
 * @param findings all of the text
 * @param isOff whether settings switch a rule off
 */
export function whyAt(
  segments: readonly Segment[],
  findings: readonly Finding[],
  { start, end }: SourceRange,
  isOff: (rule: string) => boolean = () => false,
): Why {
  // Data stands within the message that it is handed on in.
  const [segment] = joinMessages(segments)
    .filter((each) => each.start <= start && start <= each.end)
    .sort((a, b) => a.end - a.start - (b.end - b.start));
  const foundIn = (place: SourceRange) =>
    findings
      .filter((finding) => finding.start <= place.end && place.start <= finding.end)
      .map(({ rule, severity, suppression }) => ({ rule, severity, ...(suppression && { suppression }) }));
  if (!segment) {
    const found = foundIn({ start, end });
    return { segment: null, passage: { start, end }, folded: '', found, hindered: [], tried: 0 };
  }
  const passage = sentenceAround(segment.content, contentAt(segment, { start, end }));
  const written = contentToSource(segment, passage) ?? { start, end };
  // All of the sentence: who asks stands somewhere in it.
  const found = foundIn(written);
  const said = segment.content.slice(passage.start, passage.end);
  const whole = readText(segment.content, segment.places);
  const alone = readText(said);
  const others = rules.filter(({ id }) => !found.some(({ rule }) => rule === id));
  const hindered = others.flatMap((rule) => {
    const by = hindranceOf(rule, segment, whole, passage, alone, isOff(rule.id));
    const severity = by === 'trust' ? rule.severity.untrusted : rule.severity[segment.trust];
    return by && severity ? [{ rule: rule.id, by, severity }] : [];
  });
  return {
    segment: { role: segment.role, trust: segment.trust },
    passage: written,
    folded: alone.folded,
    found,
    hindered,
    tried: rules.length,
  };
}

/** The place in what the segment says; a cursor between two characters is at the one behind it, or else before. */
function contentAt(segment: Segment, { start, end }: SourceRange): Hit {
  if (end > start) return sourceToContent(segment, { start, end });
  const behind = sourceToContent(segment, { start, end: start + 1 });
  if (behind.end > behind.start) return behind;
  return sourceToContent(segment, { start: start - 1, end: start });
}

/** What keeps a rule from reporting a passage; nothing where it would not in any case. */
function hindranceOf(
  rule: Rule,
  { trust }: Segment,
  whole: Reading,
  passage: Hit,
  alone: Reading,
  isOff: boolean,
): Hindrance | undefined {
  if (rule.severity[trust] === null) return reports(rule, alone) ? 'trust' : undefined;
  const inPassage = rule.find(whole).find((hit) => {
    const { start, end } = rule.reads === 'folded' ? writtenRange(whole, hit) : hit;
    return start < passage.end && passage.start < end;
  });
  const discussed = inPassage && discussedAs(rule, whole, inPassage);
  if (discussed) return discussed;
  if (isOff && (inPassage || reports(rule, alone))) return 'off';
  if (reports(rule, alone)) return 'around';
  const [hit] = rule.find(alone);
  const quoted = hit && discussedAs(rule, alone, hit);
  if (quoted) return quoted;
  if (reports(rule, readText(withoutNegation(alone)))) return 'negation';
  return reports(rule, readText(withoutQuotes(alone.folded))) ? 'quoted' : undefined;
}

function discussedAs(rule: Rule, reading: Reading, hit: Hit): 'quoted' | 'reported' | undefined {
  if (!rule.discussable) return undefined;
  const { quoted, reported } = readDiscussion(reading, hit);
  if (quoted()) return 'quoted';
  return reported() ? 'reported' : undefined;
}

/** Whether a rule reports anything of a text that stands alone. */
function reports(rule: Rule, reading: Reading): boolean {
  return rule.find(reading).some((hit) => discussedAs(rule, reading, hit) === undefined);
}
