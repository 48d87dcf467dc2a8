import type {
  ChartType,
  CoreChartOptions,
  InteractionModeFunction,
  TooltipPositionerFunction,
} from 'chart.js';
import type { BandsOptions } from '../parts/bands';
import type { CellNumbersOptions } from '../parts/cellNumbers';
import type { ColorBarOptions } from '../parts/colorBar';
import type { CrosshairOptions } from '../parts/crosshair';
import type { HeatmapDatasetOptions } from './heatmapDataset';
import type { TitlesOptions } from '../parts/titles';
import type { ZoomPanOptions } from '../parts/zoomPan';

/** What a cell is for Chart.js: column, row, weight. */
export interface HeatmapParsed {
  x: number;
  y: number;
  v: number;
}

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
    titles?: TitlesOptions;
  }
  interface TooltipPositionerMap {
    cell: TooltipPositionerFunction<'heatmap'>;
  }
}
