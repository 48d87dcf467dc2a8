import {
  type ChartType,
  type CoreChartOptions,
  type ControllerDatasetOptions,
  type InteractionModeFunction,
  type TooltipPositionerFunction,
} from 'chart.js';
import { type BandsOptions } from './bands';
import { type ColorBarOptions } from './colorBar';
import { type CrosshairOptions } from './crosshair';
import { type Matrix } from './matrix';
import { type WeightScale } from './weightScale';
import { type ZoomPanOptions } from './zoomPan';

/** What a cell is for Chart.js: column, row, weight. */
export interface HeatmapParsed {
  x: number;
  y: number;
  v: number;
}

/** A heatmap's cells and how to draw and name them. */
export interface HeatmapDatasetOptions extends ControllerDatasetOptions {
  matrix: Matrix;
  scale: WeightScale;
  ramp: Uint32Array;
  /** Names a cell, e.g. its two tokens. */
  cellTitle: (row: number, column: number) => string;
  /** Writes a weight out. */
  cellText: (weight: number) => string;
}

/** `data` is always empty: a point per cell would cost an element per cell. */
export type HeatmapDataset = HeatmapDatasetOptions & { type: 'heatmap'; data: never[] };

declare module 'chart.js' {
  interface ChartTypeRegistry {
    heatmap: {
      chartOptions: CoreChartOptions<'heatmap'>;
      datasetOptions: HeatmapDatasetOptions;
      defaultDataPoint: never;
      metaExtensions: object;
      parsedDataType: HeatmapParsed;
      scales: 'linear';
    };
  }
  interface InteractionModeMap {
    cell: InteractionModeFunction;
  }
  // The name of the parameter is Chart.js's own: merged declarations must agree in it.
  interface PluginOptionsByType<TType extends ChartType> {
    colorBar?: ColorBarOptions;
    bandMarks?: BandsOptions;
    crosshair?: CrosshairOptions;
    zoomPan?: ZoomPanOptions;
  }
  interface TooltipPositionerMap {
    cell: TooltipPositionerFunction<'heatmap'>;
  }
}
