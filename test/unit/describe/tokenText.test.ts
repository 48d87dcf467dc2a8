import { expect, test } from 'vitest';
import { isRightToLeft, visible } from '../../../src/describe/tokenText';

test.each([
  [' the', '·the'],
  ['\r\n\t', '␍↵⇥'],
  ['a\u202Eb', 'a‹202E›b'],
  ['\u{E0041}', '‹E0041›'],
  ['\u200B\uFEFF', '‹200B›‹FEFF›'],
  ['\uD800', '‹D800›'],
  ['会议 👩', '会议·👩'],
])('%j is shown as %s', (text, shown) => {
  expect(visible(text)).toBe(shown);
});

test('text runs the way most of its words do', () => {
  expect(isRightToLeft([' سلام', '.', ' عالم', ' API'])).toBe(true);
  expect(isRightToLeft(['Say', ' سلام', ' to', ' all'])).toBe(false);
  expect(isRightToLeft(['1', '.'])).toBe(false);
});
