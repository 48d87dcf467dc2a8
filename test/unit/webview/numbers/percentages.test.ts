import { expect, test } from 'vitest';
import { describe } from '../../../../src/describe/describe';
import { createL10n } from '../../../../src/describe/l10n';
import { mapGrid } from '../../../../webview/numbers/mapGrid';
import { massGrid } from '../../../../webview/numbers/massGrid';
import type { View, ViewState } from '../../../../webview/state/state';
import { makeAnalysis } from '../../../webview/fixtures/analysis';

test('shares in sentences, weights of maps and shares in charts are all percentages', () => {
  const { result } = makeAnalysis({ tokens: 24 });
  const l10n = createL10n('en', {});
  const state = { sink: 'hidden', layer: 1, head: 'mean' } as unknown as ViewState;
  const shown = { title: '', result, findingTexts: [] };
  const view = { shown, l10n, store: { get: () => state } } as unknown as View;
  const block = { values: new Float32Array(24 * 24).fill(1 / 24), rows: 24, columns: 24, pool: 1 };
  const map = mapGrid(view, block as Parameters<typeof mapGrid>[1]);
  for (const text of [map.format(0.00321), map.format(0.5), massGrid(view).grid.format(0.123)])
    expect(text).toMatch(/^[\d.]+%$/);
  const { overview } = describe(result);
  expect(overview.map(l10n.say).join('\n')).toContain('more than 50% of a layer’s attention');
});
