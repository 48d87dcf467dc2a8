import { type ChartMeta, DatasetController, type Scale } from 'chart.js';
import type { HeatmapDataset } from './heatmapDataset';
import type { HeatmapParsed } from './heatmapTypes';
import { HeatmapElement } from './heatmapElement';

/**
 * Chart.js controller of a matrix `[row][column]`. `data` stays empty: there is one element for the whole
 * dataset, and all that Chart.js asks of a cell is answered from the typed array, with
 * index = row * columns + column. Rows and columns run along linear scales on which cell i spans [i, i + 1).
 */
export class HeatmapController extends DatasetController<'heatmap', HeatmapElement, HeatmapElement> {
  static readonly id = 'heatmap';
  static readonly defaults = {
    // Chart.js wants a registered element here too, though none is made: there are no data points.
    dataElementType: HeatmapElement.id,
    datasetElementType: HeatmapElement.id,
  };
  static readonly overrides = {
    animation: false,
    interaction: { mode: 'cell', intersect: true },
    plugins: { legend: { display: false }, tooltip: { position: 'cell', displayColors: false } },
    scales: {
      x: { type: 'linear', grid: { display: false } },
      y: { type: 'linear', reverse: true, grid: { display: false } },
    },
  };

  override update(): void {
    const { matrix, scale, ramp } = this.cells();
    this.element().setCells(matrix, scale, ramp);
  }

  override draw(): void {
    const { xScale, yScale } = this._cachedMeta;
    if (!xScale || !yScale) return;
    const part = { x0: xScale.min, x1: xScale.max, y0: yScale.min, y1: yScale.max };
    const { ctx, chartArea, currentDevicePixelRatio } = this.chart;
    this.element().draw(ctx, chartArea, part, currentDevicePixelRatio);
  }

  protected override getMinMax(scale: Scale): { min: number; max: number } {
    const { rows, columns } = this.cells().matrix;
    return { min: 0, max: scale.axis === 'x' ? columns : rows };
  }

  protected override getParsed(index: number): HeatmapParsed {
    const { columns, values } = this.cells().matrix;
    return { x: index % columns, y: Math.floor(index / columns), v: values[index]! };
  }

  protected override getLabelAndValue(index: number): { label: string; value: string } {
    // The tooltip names the cell by its axes.
    return { label: '', value: this.cells().cellText(this.getParsed(index).v) };
  }

  // Hovering changes nothing of the picture: the crosshair is drawn by a plugin.
  override setHoverStyle(): void {}
  override removeHoverStyle(): void {}

  private cells(): HeatmapDataset {
    return this.getDataset() as HeatmapDataset;
  }

  private element(): HeatmapElement {
    return (this._cachedMeta as ChartMeta<'heatmap', HeatmapElement, HeatmapElement>).dataset!;
  }
}
