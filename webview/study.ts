import { Chart, ScatterController } from 'chart.js';
import { blockNames } from '../src/protocol/borders/embedded';
import type { StudyPoint } from '../src/protocol/measured/study';
import { registerCharts } from './charts/register';
import { scatterConfig, type ScatterName } from './charts/scatter';
import { readPalette } from './colors/palette';
import { readBlock } from './maps/embeddedMaps';
import { followSystemTheme } from './page/theme';
// The bundler puts the style sheet beside the program; it is no part of the program's own arrows.
// eslint-disable-next-line boundaries/no-unknown-dependencies
import '../media/study.css';

async function start(): Promise<void> {
  const points = JSON.parse(new TextDecoder().decode(await readBlock(blockNames.study))) as StudyPoint[];
  let charts: Chart[] = [];
  const draw = () => {
    charts.forEach((chart) => chart.destroy());
    const palette = readPalette(document.body);
    charts = [...document.querySelectorAll<HTMLCanvasElement>('canvas[data-chart]')].map(
      (canvas) => new Chart(canvas, scatterConfig(canvas.dataset.chart as ScatterName, points, palette)),
    );
  };
  draw();
  new MutationObserver(draw).observe(document.body, { attributes: true, attributeFilter: ['class'] });
}

followSystemTheme();
registerCharts();
Chart.register(ScatterController);
void start();
