import type { ChartConfiguration, Plugin } from 'chart.js';
import { heatmapConfig } from './heatmap/heatmapChart';
import type { Matrix } from '../numbers/matrix';
import type { Palette } from '../colors/palette';
import type { Titles } from './parts/titles';
import { fitScale } from '../colors/weightScale';

/** Many maps in one picture. */
export interface MosaicOptions {
  titles: Titles;
  /** What the colours are, beside the bar. */
  scaleTitle: string;
  /** What the upper end of the bar is called: each map has a largest weight of its own. */
  most: string;
  /** Square maps, each drawn on its own colours. */
  maps: readonly { name: string; matrix: Matrix }[];
}

/** Space for a map's name above it and between maps, in parts of a map's side. */
const NAME_SPACE = 0.2;
const GAP = 0.08;

/** Maps side by side in rows, about as many rows as columns. */
export function mosaicLayout(maps: number): { across: number; down: number } {
  const across = Math.ceil(Math.sqrt(maps * 1.2));
  return { across, down: Math.ceil(maps / across) };
}

/** The Chart.js configuration of maps side by side, each with its name; one matrix that holds them all. */
export function mosaicConfig(
  { titles, scaleTitle, most, maps }: MosaicOptions,
  palette: Palette,
  width: number,
): ChartConfiguration<'heatmap', never[]> {
  const side = Math.max(1, ...maps.map(({ matrix }) => matrix.rows));
  const { across, down } = mosaicLayout(maps.length);
  const above = Math.max(1, Math.round(side * NAME_SPACE));
  const gap = Math.max(1, Math.round(side * GAP));
  const rows = down * (side + above);
  const columns = across * (side + gap);
  const places = maps.map((_, at) => ({
    row: Math.floor(at / across) * (side + above) + above,
    column: (at % across) * (side + gap),
  }));
  const values = new Float32Array(rows * columns).fill(NaN);
  for (const [at, { matrix }] of maps.entries()) {
    const { row, column } = places[at]!;
    const { max } = fitScale(matrix.values, 'linear');
    for (let y = 0; y < matrix.rows; y++) {
      for (let x = 0; x < matrix.columns; x++) {
        const weight = matrix.values[y * matrix.columns + x]!;
        values[(row + y) * columns + column + x] = Math.min(1, weight / max);
      }
    }
  }
  const names: Plugin<'heatmap'> = {
    id: 'mapNames',
    afterDatasetsDraw(chart) {
      const { ctx } = chart;
      ctx.save();
      ctx.font = `${palette.fontSize}px ${palette.fontFamily}`;
      ctx.fillStyle = palette.foreground;
      ctx.textAlign = 'left';
      ctx.textBaseline = 'alphabetic';
      for (const [at, { row, column }] of places.entries()) {
        ctx.fillText(
          maps[at]!.name,
          chart.scales.x!.getPixelForValue(column),
          chart.scales.y!.getPixelForValue(row) - 4,
        );
      }
      ctx.restore();
    },
  };
  const config = heatmapConfig({
    grid: {
      name: '',
      maps: { layer: 'each', head: 'each' },
      treated: 'each',
      title: titles.title,
      treatment: '',
      rows,
      columns,
      values,
      rowsTitle: '',
      columnsTitle: '',
      valuesTitle: scaleTitle,
      rowLabel: () => '',
      columnLabel: () => '',
      format: (value) => (value === 0 ? '0' : value === 1 ? most : ''),
    },
    scale: { kind: 'linear', min: 0, max: 1, clipped: false },
    palette,
    width,
    titles,
  });
  const { x, y } = config.options!.scales!;
  return {
    ...config,
    plugins: [...(config.plugins ?? []), names],
    options: { ...config.options, scales: { x: { ...x, display: false }, y: { ...y, display: false } } },
  };
}
