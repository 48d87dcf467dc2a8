import { halve, type Matrix } from '../../numbers/matrix';
import { position, type WeightScale } from '../../colors/weightScale';

/** A part of a matrix, in cells; edges may cut through cells. */
export interface CellWindow {
  x0: number;
  x1: number;
  y0: number;
  y1: number;
}

/** A rectangle of a canvas in CSS px. */
export interface Rectangle {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** The pictures of one matrix: one pixel per cell, and coarser ones for when cells are smaller than pixels. */
export class HeatmapImage {
  private readonly matrices = new Map<string, Matrix>();
  private readonly pictures = new Map<string, HTMLCanvasElement>();

  constructor(
    private readonly matrix: Matrix,
    private readonly scale: WeightScale,
    private readonly ramp: Uint32Array,
  ) {}

  /** Draws a part of the matrix into a rectangle. `pixelRatio` is device pixels per CSS px. */
  draw(context: CanvasRenderingContext2D, part: CellWindow, target: Rectangle, pixelRatio: number): void {
    const cellWidth = target.width / (part.x1 - part.x0);
    const cellHeight = target.height / (part.y1 - part.y0);
    const across = halvings(cellWidth * pixelRatio, this.matrix.columns);
    const down = halvings(cellHeight * pixelRatio, this.matrix.rows);
    const picture = this.picture(down, across);
    const x0 = Math.floor(Math.max(0, part.x0) / 2 ** across);
    const y0 = Math.floor(Math.max(0, part.y0) / 2 ** down);
    const x1 = Math.min(picture.width, Math.ceil(part.x1 / 2 ** across));
    const y1 = Math.min(picture.height, Math.ceil(part.y1 / 2 ** down));
    if (x1 <= x0 || y1 <= y0) return;
    context.save();
    context.beginPath();
    context.rect(target.left, target.top, target.width, target.height);
    context.clip();
    context.imageSmoothingEnabled = false;
    context.drawImage(
      picture,
      x0,
      y0,
      x1 - x0,
      y1 - y0,
      target.left + (x0 * 2 ** across - part.x0) * cellWidth,
      target.top + (y0 * 2 ** down - part.y0) * cellHeight,
      (x1 - x0) * 2 ** across * cellWidth,
      (y1 - y0) * 2 ** down * cellHeight,
    );
    context.restore();
  }

  private picture(down: number, across: number): HTMLCanvasElement {
    const key = `${down},${across}`;
    let picture = this.pictures.get(key);
    if (!picture) {
      picture = paint(this.halved(down, across), this.scale, this.ramp);
      this.pictures.set(key, picture);
    }
    return picture;
  }

  private halved(down: number, across: number): Matrix {
    if (down === 0 && across === 0) return this.matrix;
    const key = `${down},${across}`;
    let matrix = this.matrices.get(key);
    if (!matrix) {
      matrix =
        down > across
          ? halve(this.halved(down - 1, across), 'rows')
          : halve(this.halved(down, across - 1), 'columns');
      this.matrices.set(key, matrix);
    }
    return matrix;
  }
}

/** How often an axis of `cells` is halved so that a cell is about a device pixel at least. */
function halvings(pixelsPerCell: number, cells: number): number {
  return Math.min(Math.ceil(Math.log2(cells)), Math.max(0, Math.round(Math.log2(1 / pixelsPerCell))));
}

/** A canvas with one pixel per cell; absent cells are transparent. */
export function paint(matrix: Matrix, scale: WeightScale, ramp: Uint32Array): HTMLCanvasElement {
  const { rows, columns, values } = matrix;
  const canvas = document.createElement('canvas');
  canvas.width = columns;
  canvas.height = rows;
  const context = canvas.getContext('2d')!;
  const image = context.createImageData(columns, rows);
  const words = new Uint32Array(image.data.buffer);
  const colors = colorTable(scale, ramp);
  const bits = new Uint32Array(values.buffer, values.byteOffset, values.length);
  for (let i = 0; i < bits.length; i++) words[i] = colors[bits[i]! >>> 16]!;
  context.putImageData(image, 0, 0);
  return canvas;
}

/**
 * Colour by the upper 16 bits of a float32 (sign, exponent, 7 bits of mantissa): one look-up per cell for
 * linear and logarithmic scales alike, exact to 0.4 % of the weight. NaN, an absent cell, is transparent.
 */
function colorTable(scale: WeightScale, ramp: Uint32Array): Uint32Array {
  const table = new Uint32Array(65_536);
  const word = new Uint32Array(1);
  const float = new Float32Array(word.buffer);
  for (let i = 0; i < table.length; i++) {
    word[0] = (i << 16) | 0x8000;
    const weight = i === 0 ? 0 : float[0]!;
    if (!Number.isNaN(weight)) table[i] = ramp[Math.round(position(scale, weight) * (ramp.length - 1))]!;
  }
  return table;
}
