import { type LayoutItem } from 'chart.js';

/** A box beside the chart area. Chart.js reads `options` of every box, though its type does not say so. */
export type ChartBox = LayoutItem & { options: object };
