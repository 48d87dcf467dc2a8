import type { Plugin } from 'chart.js';
import type { Palette } from '../../colors/palette';

export interface CrosshairOptions {
  palette: Palette;
  /** The cell that the pointer or the keys are at; a row or column alone has the other as `null`. */
  cursor: () => { row: number | null; column: number | null };
}

/** Plugin: frames the row and the column of the cursor, so that a cell can be followed to both its labels. */
export const crosshair: Plugin<'heatmap', CrosshairOptions> = {
  id: 'crosshair',
  afterDatasetsDraw(chart, _args, { palette, cursor }) {
    const { row, column } = cursor();
    if (row === null && column === null) return;
    const { ctx, chartArea } = chart;
    const { left, right, top, bottom } = chartArea;
    ctx.save();
    ctx.beginPath();
    ctx.rect(left, top, right - left, bottom - top);
    ctx.clip();
    ctx.strokeStyle = palette.foreground;
    ctx.lineWidth = 1;
    const bandOf = (axis: 'x' | 'y', index: number) => {
      const scale = chart.scales[axis]!;
      const a = scale.getPixelForValue(index);
      const b = scale.getPixelForValue(index + 1);
      // Bands of cells thinner than a line are still drawn as one.
      return [Math.round(Math.min(a, b)) - 0.5, Math.max(2, Math.round(Math.abs(b - a))) + 1] as const;
    };
    ctx.globalAlpha = palette.highContrast ? 1 : 0.55;
    if (row !== null) {
      const [y, height] = bandOf('y', row);
      ctx.strokeRect(left - 2, y, right - left + 4, height);
    }
    if (column !== null) {
      const [x, width] = bandOf('x', column);
      ctx.strokeRect(x, top - 2, width, bottom - top + 4);
    }
    if (row !== null && column !== null) {
      const [y, height] = bandOf('y', row);
      const [x, width] = bandOf('x', column);
      ctx.globalAlpha = 1;
      ctx.lineWidth = 2;
      ctx.strokeRect(x, y, width, height);
    }
    ctx.restore();
  },
};
