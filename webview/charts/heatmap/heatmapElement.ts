import { type ChartArea, Element } from 'chart.js';
import { type CellWindow, HeatmapImage } from './heatmapImage';
import type { Matrix } from '../../numbers/matrix';
import type { WeightScale } from '../../colors/weightScale';

/** The one element of a heatmap: it owns the off-screen pictures of all cells. */
export class HeatmapElement extends Element {
  static readonly id = 'heatmap';
  static override defaults = {};

  private image: HeatmapImage | null = null;
  private from: { matrix: Matrix; scale: WeightScale; ramp: Uint32Array } | null = null;

  /** Takes the cells to draw; pictures are rebuilt only where something changed. */
  setCells(matrix: Matrix, scale: WeightScale, ramp: Uint32Array): void {
    const from = this.from;
    if (from && from.matrix === matrix && from.scale === scale && from.ramp === ramp) return;
    this.from = { matrix, scale, ramp };
    this.image = new HeatmapImage(matrix, scale, ramp);
  }

  /** Draws a part of the cells over the chart area. */
  draw(context: CanvasRenderingContext2D, area: ChartArea, part: CellWindow, pixelRatio: number): void {
    const target = {
      left: area.left,
      top: area.top,
      width: area.right - area.left,
      height: area.bottom - area.top,
    };
    this.image?.draw(context, part, target, pixelRatio);
  }
}
