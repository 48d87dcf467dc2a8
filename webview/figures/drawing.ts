import { Chart, type ChartConfiguration, type ChartType } from 'chart.js';
import type { Disposable } from '../dom/disposable';
import { h } from '../dom/elements';

/** How long after the last change of its width a picture is redrawn, in ms; until then it is stretched. */
const REDRAW_AFTER = 100;

/** Width in CSS px that is drawn for while the page has none. */
const UNSEEN_WIDTH = 480;

/** What is drawn at some width in CSS px, and how high where the style sheet does not say. */
export interface Drawable<T extends ChartType, D> {
  config: ChartConfiguration<T, D>;
  height?: number;
}

/** A chart in a box of its own, which the keyboard reaches. */
export interface Drawing<T extends ChartType, D> extends Disposable {
  element: HTMLElement;
  canvas: HTMLCanvasElement;
  /** `null` while there is nothing to draw. */
  chart(): Chart<T, D> | null;
  /** Redraws what there is to draw now. */
  draw(): void;
}

/** Makes the box; what is drawn depends on its width, and is redrawn where that changes. */
export function createDrawing<T extends ChartType, D>(
  shape: 'square' | 'rows' | 'lines',
  drawable: (width: number) => Drawable<T, D> | null,
): Drawing<T, D> {
  const canvas = h('canvas', { tabindex: 0, role: 'application' });
  const element = h('div', { class: `chart chart-${shape}` }, canvas);
  let chart: Chart<T, D> | null = null;
  let drawnWidth = 0;
  let redraw = 0;

  function draw(): void {
    clearTimeout(redraw);
    chart?.destroy();
    chart = null;
    const width = element.clientWidth || UNSEEN_WIDTH;
    const now = drawable(width);
    if (!now) return;
    drawnWidth = width;
    element.style.height = now.height === undefined ? '' : `${now.height}px`;
    chart = new Chart(canvas, now.config);
  }

  // What is written beside the cells, and how, depends on the width of the side bar.
  const resizes = new ResizeObserver(() => {
    if (!chart || element.clientWidth === 0 || element.clientWidth === drawnWidth) return;
    clearTimeout(redraw);
    redraw = window.setTimeout(draw, REDRAW_AFTER);
  });
  resizes.observe(element);
  return {
    element,
    canvas,
    chart: () => chart,
    draw,
    dispose() {
      resizes.disconnect();
      clearTimeout(redraw);
      chart?.destroy();
      chart = null;
    },
  };
}
