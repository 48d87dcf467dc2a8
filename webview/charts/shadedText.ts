import type { ChartConfiguration } from 'chart.js';
import { type ShadeScale, shadeStep } from '../../src/attention/shadeScale';
import type { Palette } from '../colors/palette';
import { type Titles, titles } from './parts/titles';

/** A token as it is written into the picture. */
export interface ShadedToken {
  text: string;
  /** What the token of the picture gives to it, and what it gives to that one; NaN where there is none. */
  reads: number;
  readBy: number;
  /** A new line begins after it. */
  breaks: boolean;
}

/** Tokens that stand together under the name of their part of the prompt. */
export interface ShadedGroup {
  /** Empty where the prompt has one part only. */
  name: string;
  isRightToLeft: boolean;
  tokens: readonly ShadedToken[];
}

export interface ShadedText {
  groups: readonly ShadedGroup[];
  scale: ShadeScale;
  /** What the shades are of, and what each begins with: written below. */
  legend: string;
  formatBound: (bound: number) => string;
}

/** In CSS px. */
const FONT_SIZE = 13;
const LINE = 21;
const PADDING = 1;
const MARGIN = 12;
/** Above the name of a part. */
const APART = 8;
/** Height of the bar over what attends to the token. */
const BAR = 2;
/** What titles take, above the text. */
const TITLES = 60;
const SWATCH = 62;

/** A piece of text in its place, from the upper left of the text. */
interface Placed {
  text: string;
  x: number;
  y: number;
  width: number;
  /** 0 for none; a name of a part has `null`. */
  step: number | null;
  way: keyof Palette['shades'];
}

/** Height in CSS px of the whole picture, titles and legend included. */
export function shadedTextHeight(text: ShadedText, palette: Palette, width: number): number {
  const { height } = layOut(text, palette, width - 2 * MARGIN, measuring());
  return TITLES + height + 2 * LINE + MARGIN;
}

/** The Chart.js configuration of a prompt as running text, each token on the shade of its weight. */
export function shadedTextConfig(
  text: ShadedText,
  palette: Palette,
  width: number,
  heads: Titles,
): ChartConfiguration<'line', never[]> {
  const { placed, height } = layOut(text, palette, width - 2 * MARGIN, measuring());
  return {
    type: 'line',
    data: { datasets: [] },
    options: {
      layout: { padding: MARGIN },
      scales: { x: { type: 'linear', display: false }, y: { type: 'linear', display: false } },
      plugins: {
        legend: { display: false },
        tooltip: { enabled: false },
        titles: { palette, titles: heads },
      },
    },
    plugins: [
      titles,
      {
        id: 'shadedText',
        afterDraw({ ctx }) {
          ctx.save();
          ctx.textAlign = 'left';
          ctx.textBaseline = 'middle';
          for (const { text: word, x, y, width: wide, step, way } of placed) {
            const [left, middle] = [MARGIN + x, TITLES + y + LINE / 2];
            const shade = step ? palette.shades[way][step - 1] : undefined;
            if (shade) {
              ctx.fillStyle = shade.fill;
              ctx.fillRect(left, middle - LINE / 2 + PADDING, wide, LINE - 2 * PADDING);
              // As on the page, what attends to the token is told by more than colour.
              ctx.fillStyle = palette.foreground;
              if (way === 'readBy') ctx.fillRect(left, middle - LINE / 2 + PADDING, wide, BAR);
            }
            ctx.fillStyle = step === null ? palette.muted : (shade?.ink ?? palette.foreground);
            ctx.font = step === null ? nameFont(palette) : textFont(palette);
            ctx.fillText(word, left, middle);
          }
          drawLegend(ctx, text, palette, TITLES + height + LINE);
          ctx.restore();
        },
      },
    ],
  };
}

function drawLegend(
  ctx: CanvasRenderingContext2D,
  { legend, scale, formatBound }: ShadedText,
  palette: Palette,
  top: number,
): void {
  ctx.font = nameFont(palette);
  ctx.fillStyle = palette.muted;
  ctx.fillText(legend, MARGIN, top + LINE / 2);
  let x = MARGIN + ctx.measureText(legend).width + MARGIN;
  for (const [step, bound] of scale.entries()) {
    const { fill, ink } = palette.shades.reads[step]!;
    ctx.fillStyle = fill;
    ctx.fillRect(x, top + PADDING, SWATCH - 2, LINE - 2 * PADDING);
    ctx.fillStyle = ink;
    ctx.fillText(formatBound(bound), x + 6, top + LINE / 2);
    x += SWATCH;
  }
}

/** Lines of text, broken where they are full; a part that runs from right to left is mirrored. */
function layOut(
  { groups, scale }: ShadedText,
  palette: Palette,
  width: number,
  context: CanvasRenderingContext2D,
): { placed: Placed[]; height: number } {
  const placed: Placed[] = [];
  context.font = textFont(palette);
  const widthOf = (text: string) => context.measureText(text).width;
  let y = 0;
  for (const { name, tokens, isRightToLeft } of groups) {
    if (name !== '') {
      if (y > 0) y += APART;
      placed.push({ text: name, x: 0, y, width: 0, step: null, way: 'reads' });
      y += LINE;
    }
    let x = 0;
    for (const { text, reads, readBy, breaks } of tokens) {
      const way = Number.isNaN(reads) ? 'readBy' : 'reads';
      const step = shadeStep(scale, way === 'reads' ? reads : readBy);
      for (const piece of pieces(text, width, widthOf)) {
        const wide = widthOf(piece);
        if (x > 0 && x + wide > width) [x, y] = [0, y + LINE];
        placed.push({ text: piece, x: isRightToLeft ? width - x - wide : x, y, width: wide, step, way });
        x += wide;
      }
      if (breaks) [x, y] = [0, y + LINE];
    }
    if (x > 0) y += LINE;
  }
  return { placed, height: y };
}

/** A token in pieces that fit into a line: one, but for the longest. */
function pieces(text: string, width: number, widthOf: (text: string) => number): string[] {
  if (widthOf(text) <= width) return [text];
  const all: string[] = [];
  let piece = '';
  for (const character of text) {
    if (piece !== '' && widthOf(piece + character) > width) {
      all.push(piece);
      piece = '';
    }
    piece += character;
  }
  return [...all, piece];
}

function measuring(): CanvasRenderingContext2D {
  return document.createElement('canvas').getContext('2d')!;
}

function textFont({ monoFamily }: Palette): string {
  return `${FONT_SIZE}px ${monoFamily}`;
}

function nameFont({ fontFamily }: Palette): string {
  return `11px ${fontFamily}`;
}
