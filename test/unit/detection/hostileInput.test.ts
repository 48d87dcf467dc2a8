import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readText } from '../../../src/detection/reading/readText';
import { rules } from '../../../src/detection/rules';
import { findIn } from './findIn';

/** Pieces that make grammars, markers and decoders look ahead. */
const pieces = [
  'ignore ',
  'ignore all previous ',
  'hey bot, ',
  'to any ai reading it: forget ',
  'if this is read by an ai ',
  '--- BEGIN x ---\n',
  "('",
  '[INST]{x}',
  'previous previous ',
  'ignore prior ignore prior ',
  'act as you are now an ai that ',
  'send the api key to ',
  'never tell the user ',
  '://a?b=[',
  '![](https://a?c=',
  '<|im_start|>',
  '<system>',
  '<!-- ',
  '{# ai: ',
  '[INST]',
  '"tool_calls":[{',
  '--- end of the ',
  'Action: a\n',
  'User: x\nAssistant: sure\n',
  'i g n o r e ',
  'QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVo',
  '61 62 63 ',
  '\u200b',
  'a\u200bb',
  '\u202e',
  '\u{e0041}',
  '"',
  '`x` ',
  'NEW URGENT IMPORTANT ',
  '1gn0r3 ',
  'е',
  '忽略',
  '\n',
  '\r\n',
  '@',
  '\ud800',
];

/** One of each kind of phrase, so that no grammar is left out for want of one. */
const everything = rules.flatMap((rule) => rule.invalid).join('\n\n');

it('takes steps in proportion to the length of hostile texts', () => {
  for (const piece of pieces) {
    const steps = [4000, 16_000].map((length) => {
      const reading = readText(
        `${everything}\n\n${piece.repeat(Math.ceil(length / piece.length)).slice(0, length)}`,
      );
      for (const rule of rules) rule.find(reading);
      return reading.words.length + reading.marks.length + reading.meter.steps;
    });
    // Four times the text may take four times the steps, and a little for what the short text cuts off.
    expect((steps[1] ?? 0) / Math.max(steps[0] ?? 0, 100), JSON.stringify(piece)).toBeLessThan(4.4);
    expect(steps[1], JSON.stringify(piece)).toBeLessThan((everything.length + 16_000) * 60);
  }
});

it.each([
  ['letters', 'a', []],
  ['digits', '0', []],
  ['invisible characters', '\u200b', ['hidden/zero-width']],
  ['variation selectors', '\ufe0f', ['hidden/variation-selectors']],
])('reads 8 MB of %s without a word break', (_, character, found) => {
  expect(findIn(character.repeat(2 ** 23)).map(({ rule }) => rule)).toEqual(found);
});

it('gives places inside the text and masked excerpts for any text', () => {
  const text = fc
    .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary', maxLength: 12 })), {
      maxLength: 40,
    })
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, fc.constantFrom('author', 'user', 'untrusted'), (content, trust) => {
      for (const finding of findIn(content, trust)) {
        expect(finding.start).toBeLessThan(finding.end);
        expect(finding.end).toBeLessThanOrEqual(content.length);
        expect(finding.excerpt).not.toMatch(
          /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069<>`&"\p{Cs}]/u,
        );
        expect(finding.message).not.toMatch(/[<>\n\r]/);
      }
    }),
    { numRuns: 300 },
  );
});

it('reads words whose places point at their own letters', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (content) => {
      const { words, folded } = readText(content);
      let before = 0;
      for (let i = 0; i < words.length; i++) {
        expect(words.starts[i]).toBeGreaterThanOrEqual(before);
        expect(words.ends[i]).toBeGreaterThan(words.starts[i]!);
        before = words.ends[i]!;
      }
      expect(before).toBeLessThanOrEqual(folded.length);
    }),
    { numRuns: 300 },
  );
});
