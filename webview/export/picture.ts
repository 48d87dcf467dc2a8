import { Chart, type ChartConfiguration, type ChartType } from 'chart.js';
import { type Palette, readPalette } from '../colors/palette';
import { SvgContext } from './svgContext';

/** A picture for a page of paper: its size in CSS px and what Chart.js draws in it. */
export interface Picture {
  title: string;
  width: number;
  /** Where it depends on what is written, told once the fonts are known. */
  height: number | ((palette: Palette, width: number) => number);
  config: (palette: Palette, width: number) => ChartConfiguration<ChartType, unknown[]>;
}

/** Pixels per CSS px of an exported picture. */
const PIXEL_RATIO = 2;

/** Draws a picture in black on white, whatever the theme, as PNG of twice its size. */
export async function toPng(picture: Picture): Promise<Blob> {
  const palette = paperPalette();
  const canvas = sized(picture, palette);
  const chart = draw(canvas, picture, palette, PIXEL_RATIO);
  try {
    const context = canvas.getContext('2d')!;
    context.globalCompositeOperation = 'destination-over';
    context.fillStyle = palette.background;
    context.fillRect(0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    if (!blob) throw new Error('The browser made no picture.');
    return blob;
  } finally {
    chart.destroy();
  }
}

/** The same as SVG: text and axes as such, the map as rectangles or, above 4,096 cells, as an embedded picture. */
export function toSvg(picture: Picture): string {
  const palette = paperPalette();
  const canvas = sized(picture, palette);
  const measure = document.createElement('canvas').getContext('2d')!;
  const context = new SvgContext(canvas, measure);
  // Chart.js asks the canvas for its context and draws on what it is given.
  canvas.getContext = (() => context) as unknown as HTMLCanvasElement['getContext'];
  const chart = draw(canvas, picture, palette, 1);
  const svg = context.document(picture.width, canvas.height, palette.background, picture.title);
  chart.destroy();
  return svg;
}

function sized({ width, height }: Picture, palette: Palette): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = typeof height === 'number' ? height : Math.ceil(height(palette, width));
  return canvas;
}

function draw(
  canvas: HTMLCanvasElement,
  picture: Picture,
  palette: Palette,
  devicePixelRatio: number,
): Chart {
  const config = picture.config(palette, picture.width);
  const chart = new Chart(canvas, {
    ...config,
    options: { ...config.options, responsive: false, animation: false, events: [], devicePixelRatio },
  } as ChartConfiguration);
  // The second layout knows the length of its axes, and labels them by it.
  chart.update('none');
  return chart;
}

/** The palette of the style sheet's paper: dark on white, as print is. */
function paperPalette(): Palette {
  const paper = document.createElement('div');
  paper.className = 'attn-paper';
  document.body.append(paper);
  try {
    return readPalette(paper);
  } finally {
    paper.remove();
  }
}
