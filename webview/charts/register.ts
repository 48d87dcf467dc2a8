import {
  Chart,
  Interaction,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
} from 'chart.js';
import { cellMode, cellPositioner } from './heatmap/cell';
import { HeatmapController } from './heatmap/heatmapController';
import { HeatmapElement } from './heatmap/heatmapElement';

/** Makes Chart.js know what our charts use; call once before the first chart. */
export function registerCharts(): void {
  Chart.register(HeatmapController, HeatmapElement, LineController, LineElement, PointElement);
  Chart.register(LinearScale, Legend, Tooltip);
  Interaction.modes.cell = cellMode;
  Tooltip.positioners.cell = cellPositioner;
}
