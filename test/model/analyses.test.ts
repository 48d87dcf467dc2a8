import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { createInferenceClient } from '../../src/inference/client/createInferenceClient';
import type { ModelInput, Role, SourceRange, Trust } from '../../src/protocol/prompt';
import { AttentionSummary } from '../../src/protocol/attention';
import { pack, unpack } from '../../src/protocol/borders/packed';
import { type OracleSummary, expectSummary, readFixture } from '../unit/attention/summary/oracle';

interface BundledCase {
  name: string;
  rendering: 'raw' | 'messages';
  segments: { role: Role; trust: Trust; start: number; end: number; content: string }[];
  ranges: SourceRange[];
  ids: number[];
  expected: OracleSummary;
}

const root = path.resolve(import.meta.dirname, '../..');

describe('the analyses of the bundled model equal a NumPy reading of PyTorch attention', () => {
  const client = createInferenceClient({ childPath: path.join(root, 'dist/inference.js') });
  afterAll(() => client.dispose());

  test.each(readFixture<BundledCase>('bundled'))('$name prompt', async (c) => {
    const { tokens, spans, marked, summary, template } = await client.request('analyze', {
      model: path.join(root, 'media/model'),
      input: pack<ModelInput>({
        rendering: c.rendering,
        segments: c.segments.map((segment) => {
          const { start, end, content } = segment;
          const run = { contentStart: 0, contentEnd: content.length, sourceStart: start, sourceEnd: end };
          return { ...segment, runs: [run] };
        }),
      }),
      spans: c.ranges,
      overflow: 'refuse',
    });
    expect(tokens.map((token) => token.id)).toEqual(c.ids);
    expect(template).toBe(c.rendering === 'raw' ? null : 'model');
    const attention = unpack(summary, AttentionSummary);
    // Spans are told in the order of the text.
    const inOrder = { ...c.expected, spans: marked.map((span) => c.expected.spans[span]!) };
    expectSummary(attention, inOrder, 1e-4);
    expect(spans).toHaveLength(attention.spans.length);
  });
});
