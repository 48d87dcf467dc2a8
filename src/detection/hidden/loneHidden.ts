import { createHash } from 'node:crypto';
import { lineStarts, positionAt } from '../../prompts/positions';
import type { Finding, HiddenText } from '../../protocol/finding';
import type { Segment } from '../../protocol/prompt';
import { maskExcerpt } from '../maskExcerpt';
import { caution, LONE_HIDDEN } from '../rules/rule';

const message = `Hidden characters. People do not see them, models read them. Erase them unless the spelling needs them. ${caution}`;

/** A finding for each line with hidden characters that no other finding tells of. */
export function loneHidden(
  text: string,
  segments: readonly Segment[],
  hidden: readonly HiddenText[],
  findings: readonly Finding[],
): Finding[] {
  const untold = hidden.filter(
    (run) => !findings.some(({ start, end }) => start < run.end && run.start < end),
  );
  if (untold.length === 0) return [];
  const starts = lineStarts(text);
  const lines = new Map<number, HiddenText[]>();
  for (const run of untold) {
    const { line } = positionAt(starts, run.start);
    lines.set(line, [...(lines.get(line) ?? []), run]);
  }
  return [...lines.values()].map((runs) => {
    const { start } = runs[0]!;
    const { end } = runs.at(-1)!;
    const behind = positionAt(starts, end);
    const segment = segments.find((each) => each.start <= start && end <= each.end);
    const { role, trust } = segment ?? { role: 'prompt', trust: 'author' };
    return {
      rule: LONE_HIDDEN,
      severity: 'information',
      start,
      end,
      ...positionAt(starts, start),
      endLine: behind.line,
      endColumn: behind.column,
      message,
      segment: { role, trust },
      excerpt: maskExcerpt(text.slice(start, end)),
      fingerprint: createHash('sha256').update(`${LONE_HIDDEN}\n${start}`).digest('hex').slice(0, 16),
    };
  });
}
