import type { SpanScores, TextSpan, Verdict } from '../../protocol/analysis';
import type { ComparedSentence } from '../../protocol/measured/comparison';
import { sentence, type Sentence } from '../../protocol/sentence';
import type { Phrase } from '../phrase';

const verdicts: Record<Verdict, Sentence> = {
  none: sentence('no instruction'),
  belongs: sentence('an instruction that belongs there'),
  foreign: sentence('an instruction that does not belong there'),
};

const scorers: Record<keyof SpanScores, Sentence> = {
  instruction: sentence('probe of planted instructions'),
  data: sentence('probe of instructions in data'),
  classifier: sentence('classifier'),
  ablation: sentence('leaving it out'),
};

/** What is said of a sentence by now. */
export function sentenceChange({ change, before, after, scores }: ComparedSentence): Phrase {
  const values = {
    place: `${(after ?? before)!.line}:${(after ?? before)!.column}`,
    ...(before ? { former: verdicts[before.verdict] } : {}),
    ...(after ? { verdict: verdicts[after.verdict] } : {}),
  };
  switch (change) {
    case 'came':
      return sentence('New sentence at {place}: {verdict}.', values);
    case 'went':
      return sentence('Sentence gone, which was at {place}: {former}.', values);
    case 'verdict':
      return sentence('Sentence at {place}: {former} before, {verdict} now.', values);
    case 'scores':
      return sentence('Sentence at {place}: {scores}.', {
        ...values,
        scores: { list: scoreChanges(before!, after!, scores) },
      });
  }
}

function scoreChanges(before: TextSpan, after: TextSpan, scores: SpanScores): Phrase[] {
  return (Object.keys(scorers) as (keyof SpanScores)[])
    .filter((name) => (scores[name] ?? 0) !== 0)
    .map((name) =>
      sentence('score {before} → {after} ({scorer})', {
        before: { rounded: before.scores[name]! },
        after: { rounded: after.scores[name]! },
        scorer: scorers[name],
      }),
    );
}
