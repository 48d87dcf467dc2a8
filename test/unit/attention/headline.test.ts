import { expect, test } from 'vitest';
import { headline } from '../../../src/attention/headline';
import { makeAnalysis } from '../../webview/fixtures/analysis';

const made = makeAnalysis({ tokens: 24 });
const withoutFindings = {
  ...made.result,
  findings: [],
  attention: { ...made.result.attention, spans: [] },
};

test('is about the finding that the last token reads most of, where none stands out', () => {
  const span = made.result.attention.spans[0]!;
  const half = (figures: readonly number[]) => figures.map((figure) => figure / 2);
  const { raw, withoutSink } = span.reading.perLayer;
  const perLayer = { raw: half(raw), withoutSink: half(withoutSink) };
  const weaker = { ...span, reading: { ...span.reading, perLayer } };
  const finding = made.result.findings[0]!;
  const two = {
    ...made.result,
    findings: [finding, finding],
    attention: { ...made.result.attention, spans: [weaker, span] },
  };
  expect(headline(two)).toMatchObject({ kind: 'finding', finding: 1, segment: 1, tokens: 4 });
});

test('leaves suppressed findings and passages that the model did not read aside', () => {
  const [finding] = made.result.findings;
  const suppressed = { ...made.result, findings: [{ ...finding!, suppressed: true }] };
  expect(headline(suppressed).kind).toBe('segment');
  const unread = { ...made.result, attention: { ...made.result.attention, spans: [null] } };
  expect(headline(unread).kind).toBe('segment');
});

test('names the segment with the largest share', () => {
  const answer = headline(withoutFindings, 'raw');
  if (answer.kind !== 'segment') throw new Error(answer.kind);
  const { tokens, attention } = made.result;
  const rows = attention.reading.perLayer;
  const mean = (key: number) => rows.reduce((sum, row) => sum + row[key]!, 0) / rows.length;
  const shares = [0, 1, 2].map((segment) =>
    tokens.reduce((sum, token, key) => sum + (token.segment === segment ? mean(key) : 0), 0),
  );
  expect(answer.share).toBeCloseTo(Math.max(...shares), 10);
  expect(answer.segment).toBe(shares.indexOf(Math.max(...shares)));
});

test('for a prompt of one piece, tells how widely the last token looks, template and sink aside', () => {
  const reading = { ...made.result.attention.reading, perLayer: [[0.4, 0.1, 0.3, 0.1, 0.1]] };
  const tokens = made.result.tokens
    .slice(0, 5)
    .map((token, at) => (at === 4 ? token : { ...token, segment: 0, origin: 'source' as const }));
  tokens[4] = { ...tokens[4]!, segment: null, origin: 'template' };
  const plain = {
    ...withoutFindings,
    tokens,
    segments: made.result.segments.slice(0, 1),
    attention: { ...withoutFindings.attention, reading },
  };
  for (const treatment of ['raw', 'withoutSink'] as const)
    expect(headline(plain, treatment)).toEqual({ kind: 'spread', tokens: 3, halfFrom: 1 });
});
