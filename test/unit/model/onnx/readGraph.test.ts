import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readGraph } from '../../../../src/model/onnx/readGraph';
import { tensorValues } from '../../../../src/model/onnx/readTensor';
import { findAttention } from '../../../../src/model/find/findAttention';
import { AttnscopeError } from '../../../../src/protocol/errors';

const fixture = (name: string): Buffer =>
  readFileSync(join(import.meta.dirname, '../../../fixtures/zoo', name, 'model.onnx'));

describe('readGraph', () => {
  it('tells inputs and outputs with their types and axes', () => {
    const { inputs, outputs, opsets } = readGraph(fixture('encoder-decoder'));
    expect(inputs).toEqual([
      { name: 'input_ids', dtype: 7, dims: ['batch', 'input_ids_length'] },
      { name: 'decoder_input_ids', dtype: 7, dims: ['batch', 'decoder_input_ids_length'] },
    ]);
    expect(outputs).toHaveLength(1);
    expect(opsets.get('')).toBe(17);
  });

  it('leaves weights where they are', () => {
    const bytes = fixture('merged-batch-and-heads');
    const { initializers } = readGraph(bytes);
    expect(initializers.size).toBeGreaterThan(0);
    for (const { encoded } of initializers.values()) expect(encoded.buffer).toBe(bytes.buffer);
  });

  it('reads graphs inside graphs, and functions', () => {
    const branches = readGraph(fixture('in-branches')).nodes[0]?.attributes;
    expect([...(branches?.keys() ?? [])].sort()).toEqual(['else_branch', 'then_branch']);
    expect(branches?.get('else_branch')?.graph?.nodes.some(({ opType }) => opType === 'Softmax')).toBe(true);
    expect(readGraph(fixture('in-functions')).functions.map(({ name }) => name)).toEqual([
      'Attend0',
      'Attend1',
    ]);
  });

  it('takes messages that follow one another as one model', () => {
    const bytes = fixture('heads-last');
    expect(readGraph(Buffer.concat([bytes, bytes])).nodes).toHaveLength(2 * readGraph(bytes).nodes.length);
  });

  it('reads the values of small tensors', () => {
    const { nodes } = readGraph(fixture('merged-batch-and-heads'));
    const values = nodes.flatMap(({ attributes }) => {
      const tensor = attributes.get('value')?.tensor;
      return tensor?.dims.length === 1 ? [tensorValues(tensor)] : [];
    });
    // Sizes of heads that the graph reshapes to.
    expect(values).toContainEqual([4]);
    expect(values.every((v) => v !== undefined)).toBe(true);
  });

  it.each([
    ['an empty file', Buffer.alloc(0), /empty/],
    ['a GGUF file', Buffer.from('GGUF\u0003\u0000\u0000\u0000'), /GGUF/],
    [
      'a pointer to a file',
      Buffer.from('version https://git-lfs.github.com/spec/v1\noid sha256:0'),
      /Git LFS/,
    ],
    ['an archive', Buffer.from('PK\u0003\u0004 archive'), /zip/],
    ['a page', Buffer.from('<!DOCTYPE html><html></html>'), /web page/],
    ['noise', Buffer.from(Array.from({ length: 999 }, (_, i) => (i * 131) % 251)), /no ONNX model|no graph/],
  ])('refuses %s with a reason', (_name, bytes, reason) => {
    expect(() => readGraph(bytes)).toThrow(reason);
    expect(() => readGraph(bytes)).toThrow(AttnscopeError);
  });

  it('survives files cut short or changed anywhere', () => {
    const bytes = fixture('in-functions');
    const tried = fc.record({
      end: fc.nat({ max: bytes.length }),
      changes: fc.array(fc.tuple(fc.nat({ max: bytes.length - 1 }), fc.nat({ max: 255 })), { maxLength: 8 }),
    });
    fc.assert(
      fc.property(tried, ({ end, changes }) => {
        const hostile = Buffer.from(bytes.subarray(0, end));
        for (const [at, value] of changes) if (at < end) hostile[at] = value;
        try {
          findAttention(readGraph(hostile));
        } catch (error) {
          if (!(error instanceof AttnscopeError) || error.code !== 'bad-model') throw error;
        }
      }),
      { numRuns: 400 },
    );
  });
});
