import { expect, test } from 'vitest';
import { breakBetween, NEXT_LINE, NEXT_SENTENCE, SAME } from '../../../../src/detection/reading/sentenceEnds';

/** The same by expressions, which are easier to read and slower. */
function byExpressions(text: string, gap: number, next: number, unspaced: boolean): number {
  const length = next - gap;
  const between = text.slice(gap, Math.min(next, gap + 60));
  const after = text.slice(next, next + 4);
  const isEnd = (): boolean => {
    if (unspaced && /[!?;]/.test(between)) return true;
    if (length < 2 && !/[。\n|]/.test(between)) return false;
    const bare = between.replace(/<\|/g, '<').replace(/\|>/g, '>');
    if (bare.includes('\n') && /^\d{1,3}[.)]/.test(after)) return true;
    return /[.!?;…][\s"'”’)\]*_`]|[。।؟|]|\n[^\S\n]*\n|\n[^\S\n]*[-*+#>|•=~<`]|[.!?]$/.test(bare);
  };
  if (isEnd()) return NEXT_SENTENCE;
  return between.includes('\n') ? NEXT_LINE : SAME;
}

test('what lies between two words is read as the expressions have it', () => {
  const signs = Array.from('.!?;…。।؟|\n\r\t <>-*#"”)]_`,:/(\u00a0\u2003•=~+');
  const words = ['b', '1. b', '12) b', '7', '1234. b'];
  const wrong: unknown[] = [];
  let seed = 7;
  const random = (count: number): number => (seed = (seed * 48271) % 0x7fffffff) % count;
  for (let round = 0; round < 10_000; round++) {
    const long = round % 50 === 0;
    const gap = Array.from({ length: 1 + random(long ? 80 : 6) }, () => signs[random(signs.length)]!).join(
      '',
    );
    const text = `a${gap}${words[random(words.length)]!}`;
    const unspaced = random(4) === 0;
    const expected = byExpressions(text, 1, 1 + gap.length, unspaced);
    if (breakBetween(text, 1, 1 + gap.length, unspaced) !== expected) wrong.push([text, unspaced]);
  }
  expect(wrong).toEqual([]);
});
