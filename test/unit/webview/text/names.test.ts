import { expect, test } from 'vitest';
import { createL10n } from '../../../../src/describe/l10n';
import type { Token } from '../../../../src/protocol/attention';
import { plainName, tokenName } from '../../../../webview/text/names';

test('a word written from right to left is kept from turning its number, on the screen only', () => {
  const l10n = createL10n('en', {});
  const token = (text: string): Token => ({ id: 0, text, origin: 'source', start: 0, end: 1, segment: 0 });
  expect(tokenName(l10n, [token(' سلام'), token(' שלום'), token(' hi')], 0)).toBe('0 \u2068·سلام\u2069');
  expect(tokenName(l10n, [token('שלום')], 0)).toBe('0 \u2068שלום\u2069');
  expect(tokenName(l10n, [token(' hi 会议')], 0)).toBe('0 ·hi·会议');
  expect(plainName('0 \u2068·سلام\u2069')).toBe('0 ·سلام');
});

test('a token that only continues a character is named with that character', () => {
  const l10n = createL10n('en', {});
  const token = (text: string): Token => ({ id: 0, text, origin: 'source', start: 0, end: 1, segment: 0 });
  const tokens = [
    token('\ufffd'),
    token(' 这封'),
    token('\ufffd'),
    token('\ufffd'),
    token('خ'),
    token('\ufffd'),
  ];
  const names = tokens.map((_, index) => tokenName(l10n, tokens, index));
  expect(names).toEqual(['0 ‥', '1 ·这封', '2 ‥封', '3 ‥封', '4 \u2068خ\u2069', '5 \u2068‥خ\u2069']);
});
