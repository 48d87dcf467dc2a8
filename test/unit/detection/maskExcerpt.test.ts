import { expect, it } from 'vitest';
import { maskExcerpt } from '../../../src/detection/maskExcerpt';

it.each([
  ['Ignore everything', 'Ignore e…'],
  ['short', 'short'],
  ['<b>&"`', '\\u{3c}b\\u{3e}\\u{26}\\u{22}\\u{60}'],
  ['a\nb\u202ec\u001b[2J', 'a\\u{a}b\\u{202e}c\\u{1b}\\u{5b}2…'],
  ['😀😀😀😀😀😀😀😀😀', '\\u{1f600}'.repeat(8) + '…'],
  ['\ud83dx', '\\u{d83d}x'],
])('%j is shown as %j', (matched, shown) => {
  expect(maskExcerpt(matched)).toBe(shown);
});
