import { expect, it } from 'vitest';
import { TooSlow, type Scanner } from '../../../../src/editor/scanner/scanner';
import { scanWithin } from '../../../../src/editor/scanner/scanWithin';

/** Takes longer than it may for texts that are longer than so many characters; keeps what it was given. */
function slowBeyond(longest: number) {
  const given: number[] = [];
  const scan: Scanner['scan'] = async ({ text }, _signal, longestMs) => {
    given.push(text.length);
    if (text.length > longest) throw new TooSlow(longestMs ?? 30_000);
    return { findings: [], hidden: [], unseen: [] };
  };
  return { scan, given };
}

it('a text that takes too long is checked in its start, and how far is told', async () => {
  const slow = slowBeyond(10_000);
  const { checkedLength } = await scanWithin(slow, { text: 'x'.repeat(100_000) }, 500);
  expect(checkedLength).toBe(6_250);
  expect(slow.given).toEqual([100_000, 25_000, 6_250]);
});

it('a text is not cut within a character', async () => {
  const { checkedLength } = await scanWithin(slowBeyond(5_000), { text: '😀'.repeat(5_001) }, 500);
  expect(checkedLength).toBe(2_500);
});

it('a text whose very start takes too long is told as not scanned', async () => {
  await expect(scanWithin(slowBeyond(10), { text: 'x'.repeat(100_000) }, 500)).rejects.toThrow(
    'took longer than 30 seconds',
  );
});
