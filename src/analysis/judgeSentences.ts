import { lineStarts, positionAt } from '../prompts/positions';
import type { SpanScores, TextSpan, Verdict } from '../protocol/analysis';
import type { Finding } from '../protocol/finding';
import type { ProbeReading, ProbeReadings } from '../protocol/requests/probes';
import type { PromptSentence, Segment, SourceRange } from '../protocol/prompt';

/**
 * The verdict on each sentence:
 * - `foreign`: something warned of it, a rule or a probe (findings of severity `hint` or `information` do not count);
 * - `belongs`: nothing did, it stands in text that may give instructions (of the author or the user), and the probe of
 *   data finds that it speaks to an AI;
 * - `none`: neither. In data no instruction belongs, and without the probe nobody looked for any.
 */
export function judgeSentences(
  text: string,
  sentences: readonly PromptSentence[],
  segments: readonly Pick<Segment, 'trust'>[],
  findings: readonly Finding[],
  readings: ProbeReadings | null,
  others: readonly Partial<SpanScores>[] = [],
): TextSpan[] {
  const warned = findings.filter(
    ({ severity, suppressed }) => !suppressed && (severity === 'error' || severity === 'warning'),
  );
  const scoreOf = (reading: ProbeReading | null | undefined, index: number) => reading?.scores[index] ?? null;
  const starts = lineStarts(text);
  return sentences.map(({ start, end, segment }, index) => {
    const data = scoreOf(readings?.data, index);
    const isOrder = data !== null && data >= (readings?.data?.threshold ?? Infinity);
    const mayOrder = segments[segment]?.trust !== 'untrusted';
    const verdict: Verdict = warned.some((finding) => overlap(finding, { start, end }))
      ? 'foreign'
      : isOrder && mayOrder
        ? 'belongs'
        : 'none';
    const scores = {
      instruction: scoreOf(readings?.instruction, index),
      data,
      classifier: null,
      ablation: null,
      ...others[index],
    };
    return { start, end, ...positionAt(starts, start), segment, verdict, scores };
  });
}

function overlap(one: SourceRange, other: SourceRange): boolean {
  return one.start < other.end && other.start < one.end;
}
