import type { Chart, Plugin } from 'chart.js';
import { heatmapOf } from '../heatmap/cell';
import { type SideBox, sideBox } from './sideBox';
import type { Palette } from '../../colors/palette';
import { cssColor } from '../../colors/ramp';
import { position, scaleTicks } from '../../colors/weightScale';

export interface ColorBarOptions {
  palette: Palette;
  /** Writes a weight beside the bar. */
  format: (weight: number) => string;
  /** Written along the numbers; empty for none. */
  title: string;
  /** It lies below the cells, where beside them it would take their room. */
  below?: boolean;
}

const BAR = 10;
const GAP = 12;
const TICK = 3;
const TITLE = 20;
/** Least distance of two numbers beside the bar, and below it. */
const LABEL_GAP = 22;
const LABEL_GAP_BELOW = 40;
/** Room that a bar below the cells takes, in CSS px. */
export const BAR_BELOW = 36;
const BELOW_GAP = 8;
const BETWEEN = 8;

/** Plugin: the colour bar, in a box of its own right of the chart area or below it. */
export const colorBar: Plugin<'heatmap', ColorBarOptions> = { id: 'colorBar', ...sideBox(barBox) };

function barBox(chart: Chart, options: ColorBarOptions): SideBox {
  const { palette, format, title, below = false } = options;
  const font = `${palette.fontSize}px ${palette.fontFamily}`;
  /** How many there is room for is known once the cells have theirs. */
  const labels = (room: number) => {
    const { scale } = heatmapOf(chart);
    const ends = [
      { at: 0, text: scale.clipped && scale.min < 0 ? `≤ ${format(scale.min)}` : format(scale.min) },
      // The top of a clipped scale stands for all larger weights, so it is named even between two ticks.
      { at: 1, text: scale.clipped ? `≥ ${format(scale.max)}` : format(scale.max) },
    ];
    if (room < 3) return ends;
    const ticks = scaleTicks(scale, Math.min(5, room))
      .map((weight) => ({ at: position(scale, weight), text: format(weight) }))
      .filter(({ text }) => text !== '');
    if (!scale.clipped) return ticks;
    const inner = ticks.filter(({ at }) => at < 1 - 1 / room && (scale.min === 0 || at > 1 / room));
    return [...(scale.min < 0 ? [ends[0]!] : []), ...inner, ends[1]!];
  };
  const gradientOf = (from: [number, number], to: [number, number]) => {
    const { ramp } = heatmapOf(chart);
    const gradient = chart.ctx.createLinearGradient(...from, ...to);
    for (let i = 0; i <= 16; i++)
      gradient.addColorStop(i / 16, cssColor(ramp[Math.round((i / 16) * (ramp.length - 1))]!));
    return gradient;
  };
  if (below)
    return {
      side: 'bottom',
      weight: 1,
      depth: () => BAR_BELOW,
      draw({ top: above }) {
        const { ctx } = chart;
        const { left, right } = chart.chartArea;
        const top = above + BELOW_GAP;
        const width = right - left;
        ctx.save();
        ctx.fillStyle = gradientOf([left, 0], [right, 0]);
        ctx.fillRect(left, top, width, BAR);
        ctx.strokeStyle = palette.line;
        ctx.lineWidth = 1;
        ctx.strokeRect(left + 0.5, top + 0.5, width - 1, BAR - 1);
        ctx.fillStyle = palette.muted;
        ctx.font = font;
        ctx.textBaseline = 'top';
        ctx.textAlign = 'left';
        const written: [start: number, end: number][] = [];
        // From the ends, whose numbers stay within the bar, to the middle, where one may be left out.
        const fromEnds = labels(width / LABEL_GAP_BELOW).sort(
          (one, other) => Math.abs(other.at - 0.5) - Math.abs(one.at - 0.5),
        );
        for (const { at, text } of fromEnds) {
          const wide = ctx.measureText(text).width;
          const start = Math.min(right - wide, Math.max(left, left + at * width - wide / 2));
          const box: [number, number] = [start - BETWEEN / 2, start + wide + BETWEEN / 2];
          if (written.some(([from, to]) => box[0] < to && box[1] > from)) continue;
          written.push(box);
          ctx.fillText(text, start, top + BAR + TICK);
        }
        ctx.restore();
      },
    };
  return {
    side: 'right',
    weight: 1,
    depth() {
      chart.ctx.save();
      chart.ctx.font = font;
      const widest = Math.max(
        0,
        ...[0, 3, 4, 5].flatMap(labels).map(({ text }) => chart.ctx.measureText(text).width),
      );
      chart.ctx.restore();
      return Math.ceil(GAP + BAR + TICK + 3 + widest) + (title ? TITLE : 0);
    },
    draw(box) {
      const { ctx } = chart;
      const { top, bottom } = chart.chartArea;
      const left = box.left + GAP;
      const height = bottom - top;
      ctx.save();
      ctx.fillStyle = gradientOf([0, bottom], [0, top]);
      ctx.fillRect(left, top, BAR, height);
      ctx.strokeStyle = palette.line;
      ctx.lineWidth = 1;
      ctx.strokeRect(left + 0.5, top + 0.5, BAR - 1, height - 1);
      ctx.fillStyle = palette.muted;
      ctx.strokeStyle = palette.muted;
      ctx.font = font;
      ctx.textBaseline = 'middle';
      ctx.textAlign = 'left';
      for (const { at, text } of labels(height / LABEL_GAP)) {
        const y = Math.round(bottom - at * height) + (at === 0 ? -0.5 : 0.5);
        ctx.beginPath();
        ctx.moveTo(left + BAR, y);
        ctx.lineTo(left + BAR + TICK, y);
        ctx.stroke();
        ctx.fillText(text, left + BAR + TICK + 3, y);
      }
      if (title) {
        ctx.translate(box.left + box.width - TITLE / 2 + 2, (top + bottom) / 2);
        ctx.rotate(-Math.PI / 2);
        ctx.textAlign = 'center';
        ctx.fillText(title, 0, 0);
      }
      ctx.restore();
    },
  };
}
