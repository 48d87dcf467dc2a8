import type {
  Change,
  ChangeRefusal,
  ChangeResult,
  Effect,
  Outcome,
} from '../../protocol/requests/counterfactual';
import { sentence, type Sentence } from '../../protocol/sentence';
import type { Counted, Phrase } from '../phrase';
import { visible } from '../tokenText';

const changeNames: Record<Change, Sentence> = {
  remove: sentence('Taken out'),
  mask: sentence('Masked'),
  replace: sentence('Replaced by neutral text'),
};

/** What was done to a passage, as a table names it. */
export function changeName(change: Change): Phrase {
  return changeNames[change];
}

const withoutIt: Record<Change, Sentence> = {
  remove: sentence('Without this passage'),
  mask: sentence('With this passage masked'),
  replace: sentence('With neutral text in place of this passage'),
};

const refusals: Record<ChangeRefusal, Sentence> = {
  'no-mask': sentence('This model takes no mask, so no passage can be hidden in its place.'),
  'mask-not-kept': sentence(
    'This model does not keep to a mask, or counts its positions by it, so no passage can be hidden in its place.',
  ),
  'one-length': sentence('This model reads prompts of one length only, so nothing can be taken out.'),
  'nothing-left': sentence('Without this passage no prompt is left.'),
  'nothing-after': sentence('Nothing stands behind this passage, so nobody would miss it.'),
};

/** Why a change cannot be made. */
export function describeRefusal(refusal: ChangeRefusal): Phrase {
  return refusals[refusal];
}

/** Middle, least and greatest of how much the same change of other passages did; `null` where there are none. */
export interface ControlRange {
  middle: number;
  least: number;
  most: number;
}

/** Of the KL divergences of controls. */
export function controlRange(controls: readonly Effect[]): ControlRange | null {
  const sorted = controls.map(({ kl }) => kl).sort((a, b) => a - b);
  if (sorted.length === 0) return null;
  const half = sorted.length >> 1;
  const middle = sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
  return { middle, least: sorted[0]!, most: sorted.at(-1)! };
}

/** How much one change of a passage did, and how much the same did elsewhere: a sentence for each. */
export function describeChange(
  { change, effect, refused, controls }: ChangeResult,
  before: Outcome,
): Phrase[] {
  if (!effect) return refused ? [describeRefusal(refused)] : [];
  const without = withoutIt[change];
  const [now, then] = [wordsOf(before), wordsOf(effect)];
  const range = controlRange(controls);
  const kl = { rounded: effect.kl };
  return [
    now === then
      ? sentence('{without} the model’s next words stay “{before}”.', {
          ...{ without, before: now },
        })
      : sentence('{without} the model’s next words change from “{before}” to “{after}”.', {
          without,
          before: now,
          after: then,
        }),
    range === null
      ? sentence(
          'The probabilities of the next word change by {kl} nats (KL divergence, 0 is no change); no other passage is there to compare with.',
          {
            kl,
          },
        )
      : range.least === range.most
        ? sentence(
            'The probabilities of the next word change by {kl} nats (KL divergence, 0 is no change); the same done to {other} changes them by {middle}.',
            { kl, middle: { rounded: range.middle }, other: otherPassages(controls) },
          )
        : sentence(
            'The probabilities of the next word change by {kl} nats (KL divergence, 0 is no change); the same done to {other} changes them by {middle} ({least} to {most}).',
            {
              ...{ kl, other: otherPassages(controls), middle: { rounded: range.middle } },
              ...{ least: { rounded: range.least }, most: { rounded: range.most } },
            },
          ),
    ...(effect.answer === null || before.answer === null
      ? []
      : [
          sentence('The logarithm of the given answer’s probability goes from {before} to {after}.', {
            before: { rounded: before.answer },
            after: { rounded: effect.answer },
          }),
        ]),
  ];
}

/** The other passages that a change was made to, by their number. */
function otherPassages(controls: readonly Effect[]): Counted {
  return {
    n: controls.length,
    one: sentence('another passage of this length'),
    other: sentence('{n} other passages of this length'),
  };
}

/** What a model goes on with, as one line: its continuation, or else its likeliest word. A character that is cut is left out. */
export function wordsOf({ continuation, next }: Outcome): string {
  const text = continuation ? continuation.text : (next[0]?.text ?? '');
  const whole = continuation ? text.replace(/\ufffd+$/, '') : text;
  return whole.trim().replace(/[^ ]+/gu, visible);
}
