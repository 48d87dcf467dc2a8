import type { ControllerDatasetOptions } from 'chart.js';
import type { Matrix } from '../../numbers/matrix';
import type { WeightScale } from '../../colors/weightScale';

/** A heatmap's cells and how to draw them. */
export interface HeatmapDatasetOptions extends ControllerDatasetOptions {
  matrix: Matrix;
  scale: WeightScale;
  ramp: Uint32Array;
  /** Writes a weight out. */
  cellText: (weight: number) => string;
}

/** `data` is always empty: a point per cell would cost an element per cell. */
export type HeatmapDataset = HeatmapDatasetOptions & { type: 'heatmap'; data: never[] };
