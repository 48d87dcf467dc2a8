import type { Chart, Plugin } from 'chart.js';
import { shorten } from './axisTicks';
import { type SideBox, sideBox } from './sideBox';
import type { Palette } from '../../colors/palette';
import { markSigns, partLook } from '../../colors/partLook';

/** A stretch of cells with a name, marked along the axes: a segment, or a finding. */
export interface Band {
  kind: 'segment' | 'finding';
  first: number;
  end: number;
  label: string;
  /** Number of the segment or finding. */
  index: number;
  /** Rows that are left out above the first; none where absent. */
  rowsBefore?: number;
  /** The rows are something else: nothing is marked beside them. */
  columnsOnly?: boolean;
}

export interface BandsOptions {
  palette: Palette;
  bands: readonly Band[];
}

const SEGMENT_ROW = 16;
const FINDING_ROW = 14;
const SIDE = 4;

/** Plugin: names segments and findings above the map, and marks them at its right edge. */
export const bandMarks: Plugin<'heatmap', BandsOptions> = {
  id: 'bandMarks',
  ...sideBox(bandBox),
  afterDatasetsDraw(chart, _args, { bands, palette }) {
    const { ctx, chartArea } = chart;
    ctx.save();
    for (const band of bands) {
      const [top, bottom] = extent(chart, 'y', band);
      if (bottom > top && !band.columnsOnly) {
        ctx.fillStyle = colorOf(band, palette);
        const beside = chartArea.right + (band.kind === 'segment' ? 2 : 2 + SIDE + 1);
        ctx.fillRect(beside, top, band.kind === 'segment' ? SIDE : 2, Math.max(2, bottom - top - 1));
      }
      if (band.kind !== 'segment' || band.first === 0) continue;
      // A faint line through the map where a segment begins.
      const [left] = extent(chart, 'x', band);
      ctx.strokeStyle = palette.grid;
      ctx.beginPath();
      if (top > chartArea.top && !band.columnsOnly) line(ctx, chartArea.left, top, chartArea.right, top);
      if (left > chartArea.left) line(ctx, left, chartArea.top, left, chartArea.bottom);
      ctx.stroke();
    }
    ctx.restore();
  },
};

function colorOf(band: Band, palette: Palette): string {
  return partLook(band, palette).color;
}

/** The name of a band after its mark. */
function nameOf(band: Band, palette: Palette): string {
  return `${markSigns[partLook(band, palette).mark]} ${band.label}`;
}

function line(ctx: CanvasRenderingContext2D, x0: number, y0: number, x1: number, y1: number): void {
  ctx.moveTo(Math.round(x0) + 0.5, Math.round(y0) + 0.5);
  ctx.lineTo(Math.round(x1) + 0.5, Math.round(y1) + 0.5);
}

/** Start and end of a band on an axis in CSS px, kept to the chart area. */
function extent(chart: Chart, axis: 'x' | 'y', band: Band): [number, number] {
  const { left, right, top, bottom } = chart.chartArea;
  const [low, high] = axis === 'x' ? [left, right] : [top, bottom];
  const scale = chart.scales[axis]!;
  const clamp = (value: number) => Math.min(high, Math.max(low, value));
  const before = axis === 'y' ? (band.rowsBefore ?? 0) : 0;
  return [
    clamp(scale.getPixelForValue(band.first - before)),
    clamp(scale.getPixelForValue(band.end - before)),
  ];
}

function bandBox(chart: Chart, { palette, bands }: BandsOptions): SideBox | null {
  if (bands.length === 0) return null;
  const hasSegments = bands.some((band) => band.kind === 'segment');
  const hasFindings = bands.some((band) => band.kind === 'finding');
  return {
    side: 'top',
    weight: 1,
    depth: () => (hasSegments ? SEGMENT_ROW : 0) + (hasFindings ? FINDING_ROW : 0),
    draw() {
      const { ctx, chartArea } = chart;
      const bottom = chartArea.top - 3;
      ctx.save();
      ctx.font = `${palette.fontSize}px ${palette.fontFamily}`;
      ctx.textBaseline = 'alphabetic';
      let labelledTo = -Infinity;
      for (const band of bands) {
        const [left, right] = extent(chart, 'x', band);
        if (right <= left) continue;
        const width = Math.max(2, right - left - 1);
        ctx.fillStyle = colorOf(band, palette);
        if (band.kind === 'segment') {
          const base = bottom - (hasFindings ? FINDING_ROW : 0);
          ctx.fillRect(left, base - SIDE, width, SIDE);
          ctx.fillStyle = palette.muted;
          ctx.textAlign = 'left';
          const text = fit(ctx, nameOf(band, palette), width);
          if (text) ctx.fillText(text, left, base - SIDE - 3);
        } else {
          ctx.fillRect(left, bottom - 3, width, 3);
          const middle = (left + right) / 2;
          const name = nameOf(band, palette);
          const half = ctx.measureText(name).width / 2;
          if (middle - half < labelledTo) continue;
          labelledTo = middle + half + 4;
          ctx.textAlign = 'center';
          ctx.fillText(name, middle, bottom - 5);
        }
      }
      ctx.restore();
    },
  };
}

/** The label as far as it fits; empty where less than three characters do. */
function fit(ctx: CanvasRenderingContext2D, label: string, width: number): string {
  if (ctx.measureText(label).width <= width) return label;
  for (let length = [...label].length - 1; length >= 3; length--) {
    const text = shorten(label, length);
    if (ctx.measureText(text).width <= width) return text;
  }
  return '';
}
