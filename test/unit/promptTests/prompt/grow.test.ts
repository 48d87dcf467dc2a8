import fc from 'fast-check';
import { expect, it } from 'vitest';
import { grown, repeated } from '../../../../src/promptTests/prompt/grow';

/** A tokenizer of words and line ends. */
const words = async (text: string): Promise<number> => text.match(/[^\s]+|\n/g)?.length ?? 0;

it('a value is repeated until it has its tokens, and no more than a few', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom('a', 'longer', 'words', 'überaus', '🚀'), { minLength: 1, maxLength: 30 }),
      fc.integer({ min: 1, max: 3000 }),
      async (some, tokens) => {
        const value = some.join(' ');
        const text = await grown(value, tokens, words);
        const has = await words(text);
        expect(has).toBeGreaterThanOrEqual(tokens);
        if (some.length < tokens) expect(has).toBeLessThanOrEqual(tokens * 1.02 + 2);
        else expect(text).toBe(value);
        expect(text.startsWith(value)).toBe(true);
      },
    ),
    { numRuns: 200 },
  );
});

it('no half of a character is left at the end', () => {
  expect(repeated('🚀', 4)).toBe('🚀\n');
  expect(repeated('🚀', 5)).toBe('🚀\n🚀');
});
