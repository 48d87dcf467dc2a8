import { describe, expect, it } from 'vitest';
import { describeChange } from '../../../../src/describe/experiments/counterfactual';
import { createL10n } from '../../../../src/describe/l10n';
import type { ChangeResult, Effect, Outcome } from '../../../../src/protocol/requests/counterfactual';

const l10n = createL10n('en', {});
const said = (text: string): Outcome => ({
  ...{ next: [], answer: null },
  continuation: { tokens: [], text, ended: 'count' },
});
const effect = (kl: number, text: string): Effect => ({
  ...{ ...said(text), tokens: { first: 1, end: 2 }, kl, js: 0, formerFirst: 0 },
});
const result = (text: string, ...controls: number[]): ChangeResult => ({
  ...{ change: 'remove', refused: null, effect: effect(0.25, text) },
  controls: controls.map((kl) => effect(kl, text)),
});
const words = (of: ChangeResult) => describeChange(of, said(' We open\nat 7.')).map(l10n.say);

describe('what a changed passage does, in words', () => {
  it('are the words before and after, and the middle and the range of the controls', () => {
    expect(words(result(' Bread!', 0.5, 0.01, 0.04))).toEqual([
      'Without this passage the model’s next words change from “We open↵at 7.” to “Bread!”.',
      'The probabilities of the next word change by 0.25 nats (KL divergence, 0 is no change); the same done to 3 other passages of this length changes them by 0.04 (0.01 to 0.5).',
    ]);
    expect(words(result(' Bread!', 0.5, 0.1))[1]).toContain('changes them by 0.3 (0.1 to 0.5)');
  });

  it('end with a whole character where the last one was cut', () => {
    expect(words(result('你是\ufffd\ufffd'))[0]).toContain('to “你是”.');
  });

  it('are said to stay, and to have nothing to compare with', () => {
    expect(words(result(' We open\nat 7.'))).toEqual([
      'Without this passage the model’s next words stay “We open↵at 7.”.',
      'The probabilities of the next word change by 0.25 nats (KL divergence, 0 is no change); no other passage is there to compare with.',
    ]);
    expect(words(result(' Bread!', 0.04))[1]).toContain(
      'another passage of this length changes them by 0.04.',
    );
  });

  it('are the reason where a change cannot be made', () => {
    const refused: ChangeResult = { change: 'mask', effect: null, refused: 'no-mask', controls: [] };
    expect(words(refused)).toEqual(['This model takes no mask, so no passage can be hidden in its place.']);
  });
});
