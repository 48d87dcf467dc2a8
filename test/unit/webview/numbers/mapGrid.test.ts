import { expect, test } from 'vitest';
import { createL10n } from '../../../../src/describe/l10n';
import { mapGrid } from '../../../../webview/numbers/mapGrid';
import type { View } from '../../../../webview/state/state';
import { makeAnalysis } from '../../../webview/fixtures/analysis';

test('on an axis a block of tokens is named by its first, so that there is room for the text', () => {
  const { result } = makeAnalysis({ tokens: 24 });
  const shown = { title: '', result, findingTexts: [] };
  const state = { sink: 'hidden', layer: 0, head: 'mean' };
  const view = { shown, l10n: createL10n('en', {}), store: { get: () => state } } as unknown as View;
  const block = { values: new Float32Array(36), rows: 6, columns: 6, pool: 4, by: 'max' };
  const map = mapGrid(view, block as unknown as Parameters<typeof mapGrid>[1]);
  const second = result.tokens[4]!.text.replaceAll(' ', '·').replaceAll('\n', '↵');
  expect(map.columnLabel(1)).toBe(`4–7 ${second}`);
  expect(map.columnTick!(1)).toBe(`4 ${second}`);
  expect(map.rowTick!(1)).toBe(`4 ${second}`);
});
