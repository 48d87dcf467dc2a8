import type { ChartConfiguration } from 'chart.js';
import { type PartKey, partLook } from '../colors/partLook';
import type { NumberGrid } from '../numbers/numberGrid';
import type { Palette } from '../colors/palette';
import { axisTitle, chartLook, labelFont, tooltipLook } from './parts/look';
import { axisTicks, UPRIGHT_GAP } from './parts/axisTicks';
import { type Titles, titles } from './parts/titles';

export interface LineOptions {
  grid: NumberGrid;
  palette: Palette;
  /** `[row]`: what the line is of; findings stand out from segments by weight of line. */
  part: (row: number) => PartKey;
  /** Whether a line is left out for now. */
  isHidden: (part: PartKey) => boolean;
  /** Column that is marked across the chart. */
  marked: () => number | null;
  /** Written above the picture, in exports only. */
  titles?: Titles;
  onChoose?: (column: number) => void;
}

/** Least distance of two marks on a line, in CSS px. */
const MARK_GAP = 18;

/** The Chart.js configuration of one line per row of the grid; lines differ by colour, dash and mark. */
export function lineConfig(options: LineOptions): ChartConfiguration<'line', (number | null)[]> {
  const { grid, palette } = options;
  const font = labelFont(palette);
  return {
    type: 'line',
    plugins: [
      titles,
      {
        id: 'markedColumn',
        beforeDatasetsDraw(chart) {
          const column = options.marked();
          if (column === null) return;
          const { ctx, chartArea } = chart;
          const x = Math.round(chart.scales.x!.getPixelForValue(column)) + 0.5;
          ctx.save();
          ctx.strokeStyle = palette.muted;
          ctx.setLineDash([3, 3]);
          ctx.beginPath();
          ctx.moveTo(x, chartArea.top);
          ctx.lineTo(x, chartArea.bottom);
          ctx.stroke();
          ctx.restore();
        },
      },
    ],
    data: {
      labels: Array.from({ length: grid.columns }, (_, column) => column),
      datasets: Array.from({ length: grid.rows }, (_, row) => {
        const part = options.part(row);
        const { color, dash, mark } = partLook(part, palette);
        return {
          label: grid.rowLabel(row),
          data: Array.from(grid.values.subarray(row * grid.columns, (row + 1) * grid.columns), (value) =>
            Number.isNaN(value) ? null : value,
          ),
          borderColor: color,
          backgroundColor: color,
          borderWidth: part.kind === 'finding' ? 2.5 : 1.5,
          borderDash: [...dash],
          pointStyle: mark,
          hidden: options.isHidden(part),
          // Marks that would touch each other are left out, evenly.
          pointRadius: ({ dataIndex, chart }) =>
            dataIndex % Math.ceil((grid.columns * MARK_GAP) / chart.width) === 0
              ? palette.highContrast
                ? 4
                : 2.5
              : 0,
          pointHoverRadius: 5,
          tension: 0,
          // Lines without a cached path can be written as SVG.
          segment: {},
        };
      }),
    },
    options: {
      ...chartLook(options.titles !== undefined),
      interaction: { mode: 'index', intersect: false },
      onClick: (_event, items) => {
        const column = items[0]?.index;
        if (column !== undefined) options.onChoose?.(column);
      },
      scales: {
        x: {
          grid: { display: false },
          border: { color: palette.line },
          type: 'linear',
          // From the first column to the last; limits set by hand would cut off their marks.
          bounds: 'data',
          afterBuildTicks(scale) {
            const { values } = axisTicks(0, grid.columns, scale.width, UPRIGHT_GAP);
            scale.ticks = values.map((middle) => ({ value: middle - 0.5 }));
          },
          title: axisTitle(palette, grid.columnsTitle),
          ticks: {
            autoSkip: false,
            color: palette.muted,
            font,
            maxRotation: 0,
            callback: (column) => grid.columnLabel(Number(column)),
          },
        },
        y: {
          min: 0,
          // Sums of shares end a rounding above 1, which is no reason for room up to 150 %.
          afterDataLimits: (scale) => void (scale.max = Math.min(scale.max, 1)),
          // A border of high contrast would look like one of the lines.
          grid: { color: palette.grid },
          border: { display: false },
          title: axisTitle(palette, grid.valuesTitle),
          ticks: {
            color: palette.muted,
            font,
            maxTicksLimit: 6,
            callback: (value) => grid.format(Number(value)),
          },
        },
      },
      plugins: {
        legend: {
          // On a page the legend is one of buttons, beside the chart.
          display: options.titles !== undefined,
          position: 'bottom',
          align: 'start',
          labels: {
            color: palette.foreground,
            font,
            usePointStyle: true,
            boxHeight: 6,
            padding: 12,
          },
        },
        titles: { palette, titles: options.titles },
        tooltip: {
          ...tooltipLook(palette),
          usePointStyle: true,
          callbacks: {
            title: (items) =>
              `${grid.columnsTitle} ${items.slice(0, 1).map(({ dataIndex }) => grid.columnLabel(dataIndex))}`,
            label: (item) => `${item.dataset.label ?? ''}: ${grid.format(item.parsed.y ?? 0)}`,
          },
        },
      },
    },
  };
}
