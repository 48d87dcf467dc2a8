import type { AnalysisResult, TextSpan } from '../../protocol/analysis';
import { sentence } from '../../protocol/sentence';
import type { Phrase } from '../phrase';

/** How many passages are named. */
const NAMED = 3;

/** A passage of untrusted text, and its score. */
export interface Passage {
  span: TextSpan;
  score: number;
  /** Whether its score is one that is warned of. */
  isWarned: boolean;
}

/** The passages of untrusted text that are most like an order to an AI, the most first; none where no probe was asked. */
export function topPassages({ spans, segments, calibrated }: AnalysisResult): Passage[] {
  const threshold = calibrated?.data?.threshold ?? Infinity;
  return spans
    .flatMap((span) => {
      const score = segments[span.segment]?.trust === 'untrusted' ? span.scores.data : null;
      return score === null ? [] : [{ span, score, isWarned: score >= threshold }];
    })
    .sort((one, other) => other.score - one.score)
    .slice(0, NAMED);
}

/** Heads the list of them. */
export const passagesTitle = sentence('Most like an order to an AI');

export const passagesMean = sentence(
  'Means: of the untrusted text, the states of the model at these passages are most like those at passages that speak to an AI.',
);

export const passagesMeanNot = sentence(
  'Does not mean: that they are an attack, or that the model obeys them. Some passage always comes first.',
);

/** A passage by its score and what that says. */
export function passagePhrase({ score, isWarned }: Passage, { calibrated }: AnalysisResult): Phrase {
  const threshold = calibrated?.data?.threshold ?? null;
  const values = { score: { rounded: score }, threshold: { rounded: threshold ?? 0 } };
  if (threshold === null) return sentence('score {score}', values);
  return isWarned
    ? sentence('score {score}, a warning (from {threshold} on)', values)
    : sentence('score {score}, no warning (from {threshold} on)', values);
}

/** The same with its place, where the place is not shown beside it. */
export function placedPassage(passage: Passage, result: AnalysisResult): Phrase {
  const { line, column } = passage.span;
  return sentence('Line {line}, column {column}: {said}', {
    line: String(line),
    column: String(column),
    said: passagePhrase(passage, result),
  });
}

/** Said of a model whose states nothing was fitted to. */
export const notCalibrated: Phrase = sentence(
  'No warnings come from this model, as nothing was calibrated for it: findings here are by rules alone.',
);
