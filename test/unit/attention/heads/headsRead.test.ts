import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { HeadSetup } from '../../../../src/attention/heads/headMetrics';
import { headsRead } from '../../../../src/attention/heads/headsRead';
import { randomTokens } from '../../../../src/attention/heads/randomTokens';
import type { AskedHeads, HeadsRead } from '../../../../src/protocol/requests/heads';
import { expectWithin, floatsOf } from '../closeTo';

interface TinyCase extends HeadSetup, AskedHeads {
  name: string;
  sink: number | null;
  reading: HeadSetup['reading'];
  /** float32, base64: `[layers, heads, queries, keys]`. */
  maps: string;
  expected: Omit<HeadsRead, 'between' | 'profile'> & { between: number[] };
}

const cases = JSON.parse(
  readFileSync(`${import.meta.dirname}/../../../fixtures/heads/tiny.json`, 'utf8'),
) as TinyCase[];

/** Feeds all maps in blocks of so many queries; a causal model gives only the keys seen so far. */
function read(c: TinyCase, queriesAtOnce: number) {
  const n = c.tokenIds.length;
  const maps = floatsOf(c.maps);
  const heads = headsRead(c, c);
  for (let firstQuery = 0; firstQuery < n; firstQuery += queriesAtOnce) {
    const queries = Math.min(queriesAtOnce, n - firstQuery);
    const keys = c.causal ? firstQuery + queries : n;
    for (let layer = 0; layer < c.layers; layer++) {
      const values = new Float32Array(c.heads * queries * keys);
      for (let head = 0; head < c.heads; head++) {
        for (let row = 0; row < queries; row++) {
          const from = ((layer * c.heads + head) * n + firstQuery + row) * n;
          values.set(maps.subarray(from, from + keys), (head * queries + row) * keys);
        }
      }
      heads.addMaps({ layer, firstQuery, heads: c.heads, queries, keys, values });
    }
  }
  return heads.finish();
}

describe('what heads do equals an independent reading of PyTorch attention', () => {
  test.each(cases)('$name', (c) => {
    expectWithin(read(c, c.tokenIds.length), c.expected, 1e-5, 1e-7);
    expectWithin(read(c, 3), c.expected, 1e-5, 1e-7);
  });
});

test('random tokens come twice, without special ones, and are the same each time', () => {
  const sequences = randomTokens(100, new Set([0, 7]), 1000);
  expect(randomTokens(100, new Set([0, 7]), 1000)).toEqual(sequences);
  for (const tokens of sequences) {
    const half = tokens.slice(0, 64);
    expect(tokens).toEqual([...half, ...half]);
    expect(new Set(half).size).toBe(64);
    expect(half.includes(0) || half.includes(7)).toBe(false);
  }
  expect(new Set(sequences.map(String)).size).toBe(sequences.length);
  expect(randomTokens(100, new Set(), 31)[0]).toHaveLength(30);
});
