import { plainText } from '../../protocol/plainText';
import type { WireError } from '../../protocol/errors';
import { sentence, type Sentence } from '../../protocol/sentence';
import type { Bounds, Expectation } from '../../promptTests/promptTest';
import type { Judged, Measured } from '../../promptTests/verdict';
import { describeRefusal } from '../experiments/counterfactual';
import type { Counted, Phrase } from '../phrase';

/** Longest answer of a model that is shown, in UTF-16 code units. */
const LONGEST_ANSWER = 400;
/** Digits that count in a figure, and the most that are told where these do not tell it from its bound. */
const [FEW_DIGITS, MOST_DIGITS] = [2, 12];

/** What was measured, or why nothing was, in words. */
export function describeVerdict({ expectation, verdict }: Judged): Phrase[] {
  if ('measured' in verdict) return [describeMeasured(expectation, verdict.measured)];
  return 'refused' in verdict ? [describeRefusal(verdict.refused)] : describeError(verdict.error);
}

/** An error as phrases; what has no translation stands as it is. */
export function describeError({ message, sentences }: WireError): Phrase[] {
  return sentences ?? [{ text: '{message}', values: { message } }];
}

function describeMeasured(expectation: Expectation, measured: Measured): Phrase {
  if (measured.kind === 'answer') {
    const answer = plainText(measured.text.replace(/\s+/g, ' ').trim(), LONGEST_ANSWER);
    return answer === '' ? sentence('The answer is empty.') : sentence('The answer: {answer}', { answer });
  }
  if (measured.kind === 'findings') {
    const { found } = measured;
    if (found.length === 0) return sentence('No new finding.');
    const list = [...new Set(found.map(({ rule }) => rule))];
    const findings: Counted = { n: found.length, one: newFindings.one, other: newFindings.other };
    return sentence('{findings}: {list}.', { findings, list: { list } });
  }
  const { value } = measured;
  const digits = digitsToTell(value, expectation as Bounds);
  if (measured.kind === 'kl')
    return sentence('It moves by {kl} nats (KL).', { kl: { rounded: value, digits } });
  const share = { share: value, digits };
  return measured.kind === 'attention'
    ? sentence('It gets {share}.', { share })
    : sentence('The probability is {share}.', { share });
}

const newFindings: { one: Sentence; other: Sentence } = {
  one: sentence('1 new finding'),
  other: sentence('{n} new findings'),
};

/** So many digits that a figure that misses its bound does not read like it. */
function digitsToTell(value: number, { atLeast, atMost }: Bounds): number {
  const looksLike = (digits: number) =>
    [atLeast, atMost].some(
      (bound) =>
        bound !== undefined && bound !== value && bound.toPrecision(digits) === value.toPrecision(digits),
    );
  let digits = FEW_DIGITS;
  while (digits < MOST_DIGITS && looksLike(digits)) digits++;
  return digits;
}
