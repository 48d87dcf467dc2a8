import type { Plugin } from 'chart.js';
import { heatmapOf } from '../heatmap/cell';
import type { Palette } from '../../colors/palette';
import { toOklab } from '../../colors/ramp';
import { position } from '../../colors/weightScale';

export interface CellNumbersOptions {
  palette: Palette;
  format: (weight: number) => string;
}

/** Smallest cell that a number is written into, in CSS px. */
const WIDTH = 42;
const HEIGHT = 15;

/** Plugin: writes the numbers into the cells, where cells are large enough to hold them. */
export const cellNumbers: Plugin<'heatmap', CellNumbersOptions> = {
  id: 'cellNumbers',
  afterDatasetsDraw(chart, _args, { palette, format }) {
    const x = chart.scales.x!;
    const y = chart.scales.y!;
    const { left, right, top, bottom, width, height } = chart.chartArea;
    if (width / (x.max - x.min) < WIDTH || height / (y.max - y.min) < HEIGHT) return;
    const { matrix, scale, ramp } = heatmapOf(chart);
    const { ctx } = chart;
    ctx.save();
    ctx.beginPath();
    ctx.rect(left, top, right - left, bottom - top);
    ctx.clip();
    ctx.font = `${palette.fontSize}px ${palette.fontFamily}`;
    ctx.textAlign = 'center';
    ctx.textBaseline = 'middle';
    for (let row = Math.max(0, Math.floor(y.min)); row < Math.min(matrix.rows, y.max); row++) {
      for (let column = Math.max(0, Math.floor(x.min)); column < Math.min(matrix.columns, x.max); column++) {
        const weight = matrix.values[row * matrix.columns + column]!;
        if (Number.isNaN(weight)) continue;
        const color = ramp[Math.round(position(scale, weight) * (ramp.length - 1))]!;
        const { l } = toOklab(color & 255, (color >>> 8) & 255, (color >>> 16) & 255);
        ctx.fillStyle = l > 0.62 ? '#000' : '#fff';
        ctx.fillText(format(weight), x.getPixelForValue(column + 0.5), y.getPixelForValue(row + 0.5));
      }
    }
    ctx.restore();
  },
};
