import type { Chart, ChartArea, LayoutItem } from 'chart.js';
import { layouts } from 'chart.js';
import { expect, test, vi } from 'vitest';
import { BAR_BELOW, colorBar, type ColorBarOptions } from '../../../../../webview/charts/parts/colorBar';

/** A chart whose letters are all 7 px wide, as far as the bar needs it. */
function fakeChart(max: number, clipped = false) {
  const written: { text: string; right: number }[] = [];
  const ctx = {
    measureText: (text: string) => ({ width: 7 * text.length }),
    fillText: (text: string, x: number) => written.push({ text, right: x + 7 * text.length }),
    createLinearGradient: () => ({ addColorStop: () => undefined }),
    ...Object.fromEntries(
      ['save', 'restore', 'fillRect', 'strokeRect', 'beginPath', 'moveTo', 'lineTo', 'stroke'].map((name) => [
        name,
        () => undefined,
      ]),
    ),
  };
  const scale = { kind: 'linear', min: 0, max, clipped };
  const ramp = Array.from({ length: 17 }, () => [0, 0, 0]);
  return { written, ctx, data: { datasets: [{ scale, ramp }] }, chartArea: undefined as unknown };
}

test('a bar of few px has room for the numbers at its ends', () => {
  const chart = fakeChart(0.0487);
  let box: LayoutItem | undefined;
  vi.spyOn(layouts, 'addBox').mockImplementation((_, item) => void (box = item));
  const format = (weight: number) => `${Number((100 * weight).toPrecision(2))}%`;
  const options = { palette: { fontSize: 12, fontFamily: 'x' }, format, title: '' } as ColorBarOptions;
  colorBar.start!(chart as unknown as Chart<'heatmap'>, {}, options);
  // It is asked for its room before the cells have theirs.
  box!.update(0, 0);
  chart.chartArea = { top: 0, bottom: 36, left: 0, right: 300 };
  box!.draw(chart.chartArea as ChartArea);
  expect(chart.written.map(({ text }) => text)).toEqual(['0%', '4.9%']);
  for (const { right } of chart.written) expect(right).toBeLessThanOrEqual(box!.width);
});

function drawBelow(chart: ReturnType<typeof fakeChart>, right: number): LayoutItem {
  let box: LayoutItem | undefined;
  vi.spyOn(layouts, 'addBox').mockImplementation((_, item) => void (box = item));
  const format = (weight: number) => `${Number((100 * weight).toPrecision(2))}%`;
  const options = { palette: { fontSize: 12, fontFamily: 'x' }, format, title: '', below: true };
  colorBar.start!(chart as unknown as Chart<'heatmap'>, {}, options as unknown as ColorBarOptions);
  box!.update(right, 400);
  chart.chartArea = { top: 0, bottom: 300, left: 60, right };
  box!.draw(chart.chartArea as ChartArea);
  return box!;
}

test('below the cells it has their width, and its numbers stay within', () => {
  const chart = fakeChart(0.0487);
  const box = drawBelow(chart, 160);
  expect([box.width, box.height]).toEqual([160, BAR_BELOW]);
  expect(chart.written.map(({ text }) => text)).toEqual(['0%', '4.9%']);
  expect(Math.max(...chart.written.map(({ right }) => right))).toBe(160);
});

test('below the cells no number stands on another', () => {
  const chart = fakeChart(0.051, true);
  drawBelow(chart, 260);
  const boxes = chart.written
    .map(({ text, right }) => ({ text, right, left: right - 7 * text.length }))
    .sort((one, other) => one.left - other.left);
  expect(boxes.map(({ text }) => text)).toEqual(['0%', '2%', '≥ 5.1%']);
  for (const [at, { left }] of boxes.slice(1).entries()) expect(left).toBeGreaterThan(boxes[at]!.right);
});
