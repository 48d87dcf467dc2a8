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
