import type { Chart, InteractionItem, InteractionModeFunction, TooltipPositionerFunction } from 'chart.js';
import type { Cell } from '../../numbers/matrix';
import type { HeatmapDataset } from './heatmapDataset';

/** The heatmap dataset of a chart. */
export function heatmapOf(chart: Chart): HeatmapDataset {
  return chart.data.datasets[0] as HeatmapDataset;
}

/** The cell under a point of the canvas in CSS px; `null` beside the cells. */
export function cellAt(chart: Chart, x: number, y: number): Cell | null {
  const { left, right, top, bottom } = chart.chartArea;
  if (x < left || x >= right || y < top || y >= bottom) return null;
  const { rows, columns, values } = heatmapOf(chart).matrix;
  const column = Math.floor(chart.scales.x!.getValueForPixel(x)!);
  const row = Math.floor(chart.scales.y!.getValueForPixel(y)!);
  if (row < 0 || row >= rows || column < 0 || column >= columns) return null;
  return Number.isNaN(values[row * columns + column]) ? null : { row, column };
}

/** Interaction mode `cell`: the one cell under the pointer, found by the scales. */
export const cellMode: InteractionModeFunction = (chart, event) => {
  if (event.x === null || event.y === null) return [];
  const cell = cellAt(chart, event.x, event.y);
  return cell ? [cellItem(chart, cell)] : [];
};

/** What Chart.js calls an active element, for a cell. */
export function cellItem(chart: Chart, { row, column }: Cell): InteractionItem {
  const element = chart.getDatasetMeta(0).dataset!;
  return { element, datasetIndex: 0, index: row * heatmapOf(chart).matrix.columns + column };
}

/** Places the tooltip at the middle of its cell, however it was chosen, by pointer or by key. */
export const cellPositioner: TooltipPositionerFunction<'heatmap'> = function (items) {
  const item = items[0];
  if (!item) return false;
  const { chart } = this;
  const { columns } = heatmapOf(chart).matrix;
  const { left, right, top, bottom } = chart.chartArea;
  const x = chart.scales.x!.getPixelForValue((item.index % columns) + 0.5);
  const y = chart.scales.y!.getPixelForValue(Math.floor(item.index / columns) + 0.5);
  return { x: Math.min(right, Math.max(left, x)), y: Math.min(bottom, Math.max(top, y)) };
};
