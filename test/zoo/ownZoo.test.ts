import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findAttention } from '../../src/model/find/findAttention';
import { otherSoftmaxes } from '../../src/model/find/otherSoftmaxes';
import { readGraph } from '../../src/model/onnx/readGraph';
import { HEAD_POOL } from '../../src/protocol/borders/inference';
import { keepResult } from '../support/keepResult';
import { runTapped } from './runTapped';
import { largestDifference, readCase } from './zooCase';

const ZOO = join(import.meta.dirname, '../fixtures/zoo');

/** What stands in the way, as the refusal must say it. */
const refusals: Record<string, RegExp> = {
  'half-unreadable': /node "\/blocks\.1\/Exp".*before they are normalised/,
  'in-loop': /node "around" \(Loop\)/,
  'in-two-pieces': /only a part of the weights/,
  'keeps-largest': /axes could not be followed/,
  'linear-attention': /has no attention/,
  'normalised-late': /before they are normalised/,
  'other-softmaxes-alone': /has no attention/,
  'over-features': /over features, not over tokens/,
};

describe('attention written in many ways', () => {
  it.each(readdirSync(ZOO))('%s', async (name) => {
    const { model, inputs, reference } = readCase(join(ZOO, name));
    const kept = { group: 'ways', name, about: '' } as const;
    if (!reference) {
      expect(refusals).toHaveProperty([name]);
      const problem = await runTapped(model, inputs).then(
        () => '',
        ({ message }: Error) => message,
      );
      expect(problem).toMatch(refusals[name]!);
      keepResult({ ...kept, layers: 0, others: 0, via: [], difference: null, problem });
      return;
    }
    const { map, pooledMap, headMean, lastRow, firstRow, meanRow, mixed, values } = await runTapped(
      model,
      inputs,
    );
    expect([...map.keys()].sort()).toEqual([...reference.keys()].sort());
    const differences = [...reference].map(([layer, wanted]) => largestDifference(map.get(layer)!, wanted));
    const graph = readGraph(readFileSync(model));
    const layers = findAttention(graph);
    keepResult({
      ...{ ...kept, layers: layers.length, problem: null, difference: Math.max(...differences) },
      ...{ via: [...new Set(layers.map(({ via }) => via))], others: otherSoftmaxes(graph, layers).length },
    });
    for (const [layer, wanted] of reference) {
      const [batch, heads, queries, keys] = wanted.dims as [number, number, number, number];
      expect(map.get(layer)?.dims, layer).toEqual(wanted.dims);
      expect(largestDifference(map.get(layer)!, wanted), layer).toBeLessThan(1e-5);

      const side = (count: number) => Math.ceil(count / HEAD_POOL);
      // Differences of maps may be below 0.
      const squares = new Float32Array(batch * heads * side(queries) * side(keys)).fill(-Infinity);
      wanted.values.forEach((weight, i) => {
        const row = side(Math.floor((i % (queries * keys)) / keys) + 1) - 1;
        const square =
          (Math.floor(i / (queries * keys)) * side(queries) + row) * side(keys) + side((i % keys) + 1) - 1;
        squares[square] = Math.max(squares[square]!, weight);
      });
      const pooled = { dims: [batch, heads, side(queries), side(keys)], values: squares };
      expect(pooledMap.get(layer)?.dims, layer).toEqual(pooled.dims);
      expect(largestDifference(pooledMap.get(layer)!, pooled), layer).toBeLessThan(1e-5);

      const mean = Float32Array.from({ length: batch * queries * keys }, (_, i) => {
        const at = Math.floor(i / (queries * keys)) * heads * queries * keys + (i % (queries * keys));
        const each = Array.from({ length: heads }, (_, h) => wanted.values[at + h * queries * keys]!);
        return each.reduce((a, b) => a + b) / heads;
      });
      /** A row of each head, made of the rows of its queries. */
      const ofRows = (make: (each: number[]) => number) => ({
        dims: [batch, heads, 1, keys],
        values: Float32Array.from({ length: batch * heads * keys }, (_, i) => {
          const at = (query: number) => (Math.floor(i / keys) * queries + query) * keys + (i % keys);
          return make(Array.from({ length: queries }, (_, query) => wanted.values[at(query)]!));
        }),
      });
      expect(headMean.get(layer)?.dims, layer).toEqual([batch, 1, queries, keys]);
      expect(
        largestDifference(headMean.get(layer)!, { dims: [batch, 1, queries, keys], values: mean }),
      ).toBeLessThan(1e-5);
      const rows = [
        [lastRow, ofRows((each) => each.at(-1)!)],
        [firstRow, ofRows((each) => each[0]!)],
        [meanRow, ofRows((each) => each.reduce((a, b) => a + b) / queries)],
      ] as const;
      // Where values are found and heads stand in order, weights times values are what the heads have read.
      const [read, brought] = [mixed.get(layer), values.get(layer)];
      if (read && brought) {
        const [, valueHeads = 1, , size = 1] = brought.dims;
        const shared = heads / valueHeads;
        const made = read.values.map((_, i) => {
          const [b, query] = [
            Math.floor(i / (queries * heads * size)),
            Math.floor(i / (heads * size)) % queries,
          ];
          const [head, place] = [Math.floor(i / size) % heads, i % size];
          const weights = ((b * heads + head) * queries + query) * keys;
          const value = (b * valueHeads + Math.floor(head / shared)) * keys;
          let sum = 0;
          for (let key = 0; key < keys; key++)
            sum += wanted.values[weights + key]! * brought.values[(value + key) * size + place]!;
          return sum;
        });
        expect(largestDifference(read, { dims: [1, 1, 1, made.length], values: made }), layer).toBeLessThan(
          1e-5,
        );
      }
      for (const [row, expected] of rows) {
        expect(row.get(layer)?.dims, layer).toEqual([batch, heads, 1, keys]);
        expect(largestDifference(row.get(layer)!, expected), layer).toBeLessThan(1e-5);
      }
    }
  });
});
