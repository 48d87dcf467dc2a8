import type { AnalysisResult, SpanScores, TextSpan } from '../protocol/analysis';
import type { Token } from '../protocol/attention';
import type { ComparedSentence } from '../protocol/measured/comparison';
import { pairUp } from './pairUp';

const CHANGES: readonly ComparedSentence['change'][] = ['came', 'went', 'verdict', 'scores'];

/** A sentence and its tokens. */
interface Said {
  span: TextSpan;
  tokens: readonly number[];
}

/** Sentences of which something else is said: instructions that came and went, other verdicts, then other scores. */
export function compareSentences(
  before: AnalysisResult,
  after: AnalysisResult,
  partner: Int32Array,
): ComparedSentence[] {
  const pairs = pairUp(saidIn(before), saidIn(after), { partner, belong: () => true });
  return pairs
    .flatMap(([from, to]): ComparedSentence[] => {
      const [one, other] = [from?.span ?? null, to?.span ?? null];
      const scores = differenceOf(one?.scores, other?.scores);
      const both = { before: one, after: other, scores };
      if (!one || !other)
        return (one ?? other)!.verdict === 'none' ? [] : [{ ...both, change: other ? 'came' : 'went' }];
      if (one.verdict !== other.verdict) return [{ ...both, change: 'verdict' }];
      return largest(scores) > 0 ? [{ ...both, change: 'scores' }] : [];
    })
    .sort(
      (one, other) =>
        CHANGES.indexOf(one.change) - CHANGES.indexOf(other.change) ||
        largest(other.scores) - largest(one.scores),
    );
}

function differenceOf(before: SpanScores | undefined, after: SpanScores | undefined): SpanScores {
  const difference = (score: keyof SpanScores) => {
    const [from, to] = [before?.[score] ?? null, after?.[score] ?? null];
    return from === null || to === null ? null : to - from;
  };
  return {
    instruction: difference('instruction'),
    data: difference('data'),
    classifier: difference('classifier'),
    ablation: difference('ablation'),
  };
}

function largest(scores: SpanScores): number {
  return Math.max(0, ...Object.values(scores).map((score) => Math.abs(score ?? 0)));
}

/** Sentences that the model read any token of: the others cannot be aligned, and have no scores. */
function saidIn({ spans, tokens }: AnalysisResult): Said[] {
  let from = 0;
  return spans.flatMap((span) => {
    // Both are in the order of the text, so that each search goes on where the last one began.
    const isBefore = ({ start, end }: Token) => start === null || end! <= span.start;
    while (from < tokens.length && isBefore(tokens[from]!)) from++;
    const own: number[] = [];
    for (let at = from; at < tokens.length; at++) {
      const { start, end } = tokens[at]!;
      if (start === null || end! <= span.start) continue;
      if (start >= span.end) break;
      own.push(at);
    }
    return own.length > 0 ? [{ span, tokens: own }] : [];
  });
}
