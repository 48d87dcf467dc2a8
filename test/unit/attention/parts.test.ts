import { expect, test } from 'vitest';
import { partsOf, sharesPerLayer } from '../../../src/attention/parts';
import { createSummary } from '../../../src/attention/summary/summary';
import { openAnalysis, packSummary } from '../../../src/protocol/analysis';
import { analysisText } from '../../../src/report/analysisText';
import { massGrid } from '../../../webview/numbers/massGrid';
import type { View, ViewState } from '../../../webview/state/state';
import { createL10n } from '../../../src/describe/l10n';
import { makeAnalysis } from '../../webview/fixtures/analysis';

const made = makeAnalysis({ tokens: 24 });

/**
 * The analysis of a model with a learned sink: a tenth of each row goes to no token, and three tenths more to the
 * first.
 */
function withLearnedSink() {
  const { result } = made;
  const { layers, heads } = result.model;
  const count = result.tokens.length;
  const summary = createSummary({
    layers,
    heads,
    causal: true,
    reading: { kind: 'last', token: count - 1 },
    tokens: result.tokens,
    specialIds: new Set(),
    segments: result.segments,
    spans: result.attention.spans.map((span) => span!.tokens),
  });
  const row = (layer: number, head: number, query: number) =>
    Array.from(
      { length: count },
      (_, key) => 0.6 * made.weight(layer, head, query, key) + (key === 0 ? 0.3 : 0),
    );
  for (let layer = 0; layer < layers; layer++) {
    const last = Array.from({ length: heads }, (_, head) => row(layer, head, count - 1));
    summary.addReadingRow(layer, Float32Array.from(last.flat()));
    const means = result.tokens.map((_, query) => {
      const each = Array.from({ length: heads }, (_, head) => row(layer, head, query));
      return each[0]!.map((_, key) => each.reduce((sum, weights) => sum + weights[key]!, 0) / heads);
    });
    const mean = Float32Array.from(means.flat());
    summary.addRows({ layer, firstQuery: 0, queries: count, keys: count, mean });
  }
  return openAnalysis({ ...result, attention: packSummary(summary.finish()) });
}

test('where rows sum to less than 1, panel, JSON and report tell one share', () => {
  const result = withLearnedSink();
  const json = result.attention.spans[0]!.reading;
  const own = (layer: number, key: number) =>
    [0, 1, 2].reduce((sum, head) => sum + made.weight(layer, head, 23, key), 0);
  const { first, end } = result.attention.spans[0]!.tokens;

  for (const treatment of ['raw', 'withoutSink'] as const) {
    // By hand: what is left without token 0 is scaled to sum to 1.
    const byHand = json.perLayer.raw.map((_, layer) => {
      const keys = Array.from({ length: 24 }, (_, key) => own(layer, key));
      const share = keys.slice(first, end).reduce((a, b) => a + b, 0);
      return treatment === 'raw' ? 0.6 * (share / 3) : share / keys.slice(1).reduce((a, b) => a + b, 0);
    });
    const state = { sink: treatment === 'raw' ? 'shown' : 'hidden' } as ViewState;
    const shown = { title: '', result, findingTexts: [] };
    const view = { shown, l10n: createL10n('en', {}), store: { get: () => state } } as unknown as View;
    const { grid, parts } = massGrid(view);
    const row = parts.findIndex(({ kind }) => kind === 'finding');
    for (const [layer, share] of byHand.entries()) {
      expect(json.perLayer[treatment][layer], `JSON, layer ${layer}`).toBeCloseTo(share, 5);
      expect(grid.values[row * grid.columns + layer], `panel, layer ${layer}`).toBeCloseTo(share, 5);
    }
    const mean = byHand.reduce((a, b) => a + b) / byHand.length;
    expect(analysisText(result, 'x')).toContain(`${Number((100 * mean).toPrecision(2))}% `);
  }
});

test('all parts but findings share what is left without the sink, whatever rows sum to', () => {
  const result = withLearnedSink();
  const parts = partsOf(result).filter(({ kind }) => kind !== 'finding');
  const total = (treatment: 'raw' | 'withoutSink') =>
    parts.reduce((sum, { tokens }) => sum + sharesPerLayer(result.attention, tokens)[treatment][0]!, 0);
  expect(total('raw')).toBeCloseTo(0.9, 5);
  expect(total('withoutSink')).toBeCloseTo(1, 5);
});
