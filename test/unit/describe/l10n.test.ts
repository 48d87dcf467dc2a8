import { expect, test } from 'vitest';
import { createL10n } from '../../../src/describe/l10n';
import { layerName, tokenCount } from '../../../src/describe/names';
import type { Phrase } from '../../../src/describe/phrase';

const phrase = (text: string, values: Phrase['values'] = {}): Phrase => ({ text, values });

test('a translation replaces the English text and keeps its places; unknown places stay', () => {
  const l10n = createL10n('de', { 'Layer {layer}': 'Schicht {layer}', '{n} tokens': '{n} Tokens' });
  expect(l10n.say(layerName(3))).toBe('Schicht 3');
  expect(l10n.say(phrase('{tokens}', { tokens: tokenCount(1234) }))).toBe('1.234 Tokens');
  expect(l10n.t('a {b}', {})).toBe('a {b}');
  expect(l10n.say(phrase('a {b}'))).toBe('a {b}');
  // Text of a prompt that looks like a place is not filled in a second time.
  expect(l10n.t('{a} {b}', { a: '{b}', b: 'x' })).toBe('{b} x');
  expect(l10n.say(phrase('{a} {b}', { a: '{b}', b: 'x' }))).toBe('{b} x');
});

test('what a phrase is filled with is written as each language writes it, and can be told apart', () => {
  const values = { share: { share: 0.0123 }, times: { rounded: 1.2345 }, n: 1234, inner: layerName(2) };
  const text = '{share} | {times} | {n} | {inner}';
  expect(createL10n('en', {}).say(phrase(text, values))).toBe('1.2% | 1.2 | 1,234 | Layer 2');
  expect(createL10n('de', {}).say(phrase(text, values))).toBe('1,2\u00a0% | 1,2 | 1.234 | Layer 2');
  expect(createL10n('en', {}).pieces(phrase('all {share}.', values))).toEqual([
    { text: 'all ' },
    { text: '1.2%', slot: 'share' },
    { text: '.' },
  ]);
});

test('less than nothing has a minus, not a hyphen', () => {
  const score = phrase('score {score}', { score: { rounded: -1.62 } });
  expect(createL10n('en', {}).say(score)).toBe('score −1.6');
});

test('one thing is told apart from several', () => {
  const l10n = createL10n('en', {});
  expect(l10n.say(phrase('{t}', { t: tokenCount(1) }))).toBe('1 token');
  expect(l10n.say(phrase('{t}', { t: tokenCount(0) }))).toBe('0 tokens');
});

test('tiny shares are told apart from 0', () => {
  const l10n = createL10n('en', {});
  expect(l10n.percent(0)).toBe('0%');
  expect(l10n.percent(0.123456)).toBe('12%');
  expect(l10n.percent(3.21e-7)).toBe('0.000032%');
});
