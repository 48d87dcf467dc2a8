import { createHash } from 'node:crypto';
import { lineStarts, positionAt } from '../prompts/positions';
import type { Finding, Severity } from '../protocol/finding';
import type { Segment } from '../protocol/prompt';
import { contentToSource } from '../protocol/sourceMap';
import { readDiscussion } from './discussion/readDiscussion';
import { writtenRange } from './folding/foldText';
import { maskExcerpt } from './maskExcerpt';
import { applyPolicy, type Policy } from './policy';
import type { Hit } from './hit';
import { readText } from './reading/readText';
import { rules } from './rules';
import { messageOf, type Rule } from './rules/rule';

/**
 * Injection markers in the segments of prompts, in the order of the text. Pure; time grows with the length of
 * the text.
 *
 * @param text the source that the ranges of the segments point into
 */
export function detect(
  text: string,
  { segments }: { segments: readonly Segment[] },
  policy: Policy = {},
): Finding[] {
  const starts = lineStarts(text);
  const occurrences = new Map<string, number>();
  const findings = segments
    .flatMap(findInSegment)
    .sort((a, b) => a.start - b.start || a.end - b.end || a.rule.id.localeCompare(b.rule.id))
    .map(({ rule, severity, start, end, segment }) => {
      const matched = text.slice(start, end);
      const key = `${rule.id}\n${matched}`;
      const occurrence = occurrences.get(key) ?? 0;
      occurrences.set(key, occurrence + 1);
      const behind = positionAt(starts, end);
      return {
        rule: rule.id,
        severity,
        start,
        end,
        ...positionAt(starts, start),
        endLine: behind.line,
        endColumn: behind.column,
        message: messageOf(rule),
        segment: { role: segment.role, trust: segment.trust },
        excerpt: maskExcerpt(matched),
        fingerprint: createHash('sha256').update(`${key}\n${occurrence}`).digest('hex').slice(0, 16),
      };
    });
  return applyPolicy(findings, policy);
}

interface Match extends Hit {
  rule: Rule;
  severity: Severity;
  segment: Segment;
}

function findInSegment(segment: Segment): Match[] {
  const reading = readText(segment.content);
  const matches: Match[] = [];
  for (const rule of rules) {
    const grave = rule.severity[segment.trust];
    if (grave === null) continue;
    for (const hit of rule.find(reading)) {
      let severity = grave;
      if (rule.discussable) {
        const { quoted, reported } = readDiscussion(reading, hit);
        if (segment.trust === 'untrusted') {
          // Data may quote anything as JSON; only what it also reports is an example.
          if (quoted && reported) severity = 'hint';
        } else if (quoted || reported) continue;
      }
      const written = rule.reads === 'folded' ? writtenRange(reading, hit) : hit;
      // Words that stand nowhere in the source are placed on the whole message.
      matches.push({ rule, severity, segment, ...(contentToSource(segment, written) ?? rangeOf(segment)) });
    }
  }
  return matches;
}

function rangeOf({ start, end }: Segment): Hit {
  return { start, end };
}
