import {
  type ChartType,
  type CoreChartOptions,
  type ControllerDatasetOptions,
  type InteractionModeFunction,
  type TooltipPositionerFunction,
} from 'chart.js';
import { type BandsOptions } from './bands';
import { type CellNumbersOptions } from './cellNumbers';
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
  // Merged declarations must agree in the name of the parameter.
  // eslint-disable-next-line @typescript-eslint/no-unused-vars
  interface PluginOptionsByType<TType extends ChartType> {
    cellNumbers?: CellNumbersOptions;
    colorBar?: ColorBarOptions;
    bandMarks?: BandsOptions;
    crosshair?: CrosshairOptions;
    zoomPan?: ZoomPanOptions;
  }
  interface TooltipPositionerMap {
    cell: TooltipPositionerFunction<'heatmap'>;
  }
}
