import { Chart } from 'chart.js';
import { cellItem } from '../../../webview/charts/heatmap/cell';
import { heatmapConfig } from '../../../webview/charts/heatmap/heatmapChart';
import type { Palette } from '../../../webview/colors/palette';
import { buildRamp, toOklab } from '../../../webview/colors/ramp';
import { registerCharts } from '../../../webview/charts/register';
import { fitScale } from '../../../webview/colors/weightScale';
import type { NumberGrid } from '../../../webview/numbers/numberGrid';

/** What a test does with one heatmap on an empty page. */
export interface HeatmapPage {
  /** Draws a map of `size` x `size`, lower triangle; ms until it is on the canvas. */
  draw(size: number, values: number[] | null): number;
  /** Draws the same again; ms. */
  redraw(): number;
  /** Middle of a cell on the canvas in CSS px. */
  middle(row: number, column: number): { x: number; y: number };
  /** Colour of a cell on the canvas. */
  color(row: number, column: number): number[];
  /** Colour that the ramp has at a part of it, 0 to 1. */
  rampColor(part: number): number[];
  zoom(first: number, end: number): void;
  activate(row: number, column: number): void;
  /** Lines of the tooltip; none where it is not shown. */
  tooltip(): string[];
  ticks(axis: 'x' | 'y'): string[];
}

declare global {
  interface Window {
    heatmap: HeatmapPage;
  }
}

const palette: Palette = {
  background: '#ffffff',
  foreground: '#000000',
  muted: '#555555',
  line: '#cccccc',
  grid: '#cccccc',
  accent: '#0000ff',
  warning: '#ff0000',
  series: ['#0000ff'],
  shades: { reads: [], readBy: [] },
  diverging: Uint32Array.of(0),
  ramp: buildRamp([toOklab(240, 245, 255), toOklab(30, 90, 200), toOklab(0, 0, 0)]),
  fontFamily: 'sans-serif',
  monoFamily: 'monospace',
  fontSize: 11,
  highContrast: false,
};

function createGrid(size: number, given: number[] | null): NumberGrid {
  const values = given
    ? Float32Array.from(given)
    : Float32Array.from({ length: size * size }, (_, i) => {
        const row = Math.floor(i / size);
        const column = i % size;
        return column > row ? NaN : ((row * 31 + column * 17) % 101) / 101;
      });
  return {
    name: 'map',
    maps: { layer: 0, head: 0 },
    treated: 'raw',
    treatment: '',
    title: 'Map',
    rows: size,
    columns: size,
    values,
    rowsTitle: 'Output',
    columnsTitle: 'Input',
    valuesTitle: 'Weight',
    rowLabel: (row) => `r${row}`,
    columnLabel: (column) => `c${column}`,
    format: (value) => String(Number(value.toPrecision(4))),
  };
}

registerCharts();
const canvas = document.createElement('canvas');
const box = document.createElement('div');
box.style.cssText = 'position: relative; width: 640px; height: 640px';
box.append(canvas);
document.body.append(box);
let chart: Chart<'heatmap', never[]>;

/** Reads a pixel, which waits until all that was asked for is drawn. */
function pixel(x: number, y: number): number[] {
  const ratio = chart.currentDevicePixelRatio;
  return [...chart.ctx.getImageData(Math.floor(x * ratio), Math.floor(y * ratio), 1, 1).data];
}

window.heatmap = {
  draw(size, given) {
    const grid = createGrid(size, given);
    chart?.destroy();
    const start = performance.now();
    const scale = fitScale(grid.values, 'linear');
    chart = new Chart(canvas, heatmapConfig({ grid, scale, palette, width: 640 }));
    pixel(1, 1);
    return performance.now() - start;
  },
  redraw() {
    const start = performance.now();
    chart.update('none');
    pixel(1, 1);
    return performance.now() - start;
  },
  middle: (row, column) => ({
    x: chart.scales.x!.getPixelForValue(column + 0.5),
    y: chart.scales.y!.getPixelForValue(row + 0.5),
  }),
  color(row, column) {
    // Off the middle, where large cells have their number.
    return pixel(
      chart.scales.x!.getPixelForValue(column + 0.15),
      chart.scales.y!.getPixelForValue(row + 0.15),
    );
  },
  rampColor(part) {
    const word = palette.ramp[Math.round(part * (palette.ramp.length - 1))]!;
    return [word & 255, (word >>> 8) & 255, (word >>> 16) & 255, 255];
  },
  zoom(first, end) {
    Object.assign(chart.options.scales!.x!, { min: first, max: end });
    Object.assign(chart.options.scales!.y!, { min: first, max: end });
    chart.update('none');
  },
  activate(row, column) {
    const items = [cellItem(chart, { row, column })];
    chart.setActiveElements(items);
    chart.tooltip!.setActiveElements(items, { x: 0, y: 0 });
    chart.update('none');
  },
  tooltip: () => {
    const shown = chart.tooltip!;
    return shown.opacity === 0 ? [] : [...shown.title, ...shown.body.flatMap(({ lines }) => lines)];
  },
  ticks: (axis) => chart.scales[axis]!.ticks.map(({ label }) => String(label)),
};
