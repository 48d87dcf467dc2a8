import { lineStarts, positionAt } from '../prompts/positions';
import type { Finding, Severity } from '../protocol/finding';
import type { Segment, SourceRange } from '../protocol/prompt';
import { fingerprintOfPlain, plain } from './fingerprint';
import { maskExcerpt } from './maskExcerpt';
import { messageOf, type RuleWords } from './rules/rule';

/** A place of a text that a rule, or a probe, reports. */
export interface Match extends SourceRange {
  rule: RuleWords;
  severity: Severity;
  segment: Pick<Segment, 'role' | 'trust'>;
}

/** Findings of what matched in a text, in its order. */
export function createFindings(text: string, matches: readonly Match[]): Finding[] {
  if (matches.length === 0) return [];
  const starts = lineStarts(text);
  const occurrences = new Map<string, number>();
  // The same words may be found very often.
  const known = new Map<string, { said: string; excerpt: string }>();
  return [...matches]
    .sort((a, b) => a.start - b.start || a.end - b.end || a.rule.id.localeCompare(b.rule.id))
    .filter((match, at, all) => !isSame(match, all[at - 1]))
    .map(({ rule, severity, start, end, segment }) => {
      const matched = text.slice(start, end);
      const words = known.get(matched) ?? { said: plain(matched), excerpt: maskExcerpt(matched) };
      known.set(matched, words);
      const { said, excerpt } = words;
      const named = `${rule.id}\n${said}`;
      const occurrence = occurrences.get(named) ?? 0;
      occurrences.set(named, occurrence + 1);
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
        excerpt,
        fingerprint: fingerprintOfPlain(rule.id, said, occurrence),
      };
    });
}

/** A text that stands in several prompts of a document, as a constant of a program does, is told of once. */
function isSame({ rule, start, end }: Match, before: Match | undefined): boolean {
  return before?.rule.id === rule.id && before.start === start && before.end === end;
}
