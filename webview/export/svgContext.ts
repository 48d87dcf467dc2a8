/** A point transformation `[a, b, c, d, e, f]` as canvas and SVG write it. */
type Transform = readonly [number, number, number, number, number, number];

interface DrawState {
  transform: Transform;
  clip: string | null;
  fillStyle: string | SvgGradient;
  strokeStyle: string | SvgGradient;
  lineWidth: number;
  lineCap: string;
  lineJoin: string;
  lineDash: number[];
  lineDashOffset: number;
  globalAlpha: number;
  font: string;
  textAlign: string;
  textBaseline: string;
}

/** Pictures of more cells than this stay pictures; smaller ones become rectangles. */
export const MOST_VECTOR_CELLS = 4096;

/** How far below the anchor the alphabetic base line lies, in em: SVG readers agree on no other base line. */
const BASELINES: Record<string, number> = {
  top: 0.8,
  hanging: 0.8,
  middle: 0.35,
  bottom: -0.2,
  ideographic: -0.2,
};

class SvgGradient {
  readonly stops: string[] = [];
  constructor(readonly from: readonly [number, number, number, number]) {}
  addColorStop(offset: number, color: string): void {
    this.stops.push(`<stop offset="${round(offset)}" stop-color="${escapeXml(color)}"/>`);
  }
}

/**
 * Takes the drawing calls that Chart.js and our plugins make and writes them as SVG: text stays text, lines
 * stay lines. Only what they use is there. Text is measured by a real context.
 */
export class SvgContext {
  private readonly parts: string[] = [];
  private readonly definitions: string[] = [];
  private readonly stack: DrawState[] = [];
  private path: string[] = [];
  private state: DrawState = {
    transform: [1, 0, 0, 1, 0, 0],
    clip: null,
    fillStyle: '#000',
    strokeStyle: '#000',
    lineWidth: 1,
    lineCap: 'butt',
    lineJoin: 'miter',
    lineDash: [],
    lineDashOffset: 0,
    globalAlpha: 1,
    font: '10px sans-serif',
    textAlign: 'start',
    textBaseline: 'alphabetic',
  };
  imageSmoothingEnabled = true;

  constructor(
    readonly canvas: HTMLCanvasElement,
    private readonly measure: CanvasRenderingContext2D,
  ) {
    for (const name of Object.keys(this.state) as (keyof DrawState)[]) {
      if (name === 'transform' || name === 'clip' || name === 'lineDash') continue;
      Object.defineProperty(this, name, {
        get: () => this.state[name],
        set: (value) => ((this.state as unknown as Record<string, unknown>)[name] = value),
      });
    }
  }

  /** The drawing so far as an SVG document of that size in px. */
  document(width: number, height: number, background: string, title: string): string {
    return [
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">`,
      `<title>${escapeXml(title)}</title>`,
      `<defs>${this.definitions.join('')}</defs>`,
      `<rect width="${width}" height="${height}" fill="${escapeXml(background)}"/>`,
      ...this.parts,
      '</svg>\n',
    ].join('\n');
  }

  /** Forgets what was drawn: Chart.js clears before each drawing. */
  clearRect(): void {
    this.parts.length = 0;
    this.definitions.length = 0;
  }

  save(): void {
    this.stack.push({ ...this.state });
  }
  restore(): void {
    this.state = this.stack.pop() ?? this.state;
  }
  setTransform(a: number, b: number, c: number, d: number, e: number, f: number): void {
    this.state.transform = [a, b, c, d, e, f];
  }
  resetTransform(): void {
    this.state.transform = [1, 0, 0, 1, 0, 0];
  }
  translate(x: number, y: number): void {
    this.multiply([1, 0, 0, 1, x, y]);
  }
  scale(x: number, y: number): void {
    this.multiply([x, 0, 0, y, 0, 0]);
  }
  rotate(angle: number): void {
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    this.multiply([cos, sin, -sin, cos, 0, 0]);
  }

  beginPath(): void {
    this.path = [];
  }
  closePath(): void {
    this.path.push('Z');
  }
  moveTo(x: number, y: number): void {
    this.path.push(`M${round(x)} ${round(y)}`);
  }
  lineTo(x: number, y: number): void {
    this.path.push(`${this.path.length === 0 ? 'M' : 'L'}${round(x)} ${round(y)}`);
  }
  bezierCurveTo(x1: number, y1: number, x2: number, y2: number, x: number, y: number): void {
    this.path.push(`C${[x1, y1, x2, y2, x, y].map(round).join(' ')}`);
  }
  rect(x: number, y: number, width: number, height: number): void {
    this.path.push(`M${round(x)} ${round(y)}h${round(width)}v${round(height)}h${round(-width)}Z`);
  }
  arc(x: number, y: number, radius: number, start: number, end: number, back = false): void {
    const turn = Math.min(Math.PI * 2, Math.abs(end - start));
    const sweep = back ? 0 : 1;
    // An SVG arc cannot be a whole circle, so it is drawn in halves.
    const parts = turn > Math.PI ? 2 : 1;
    this.lineTo(x + radius * Math.cos(start), y + radius * Math.sin(start));
    for (let part = 1; part <= parts; part++) {
      const angle = start + ((sweep ? 1 : -1) * turn * part) / parts;
      const to = [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
      this.path.push(`A${round(radius)} ${round(radius)} 0 0 ${sweep} ${to.map(round).join(' ')}`);
    }
  }
  clip(): void {
    const id = `clip-${this.definitions.length}`;
    const outer = this.state.clip ? ` clip-path="url(#${this.state.clip})"` : '';
    this.definitions.push(
      `<clipPath id="${id}"${outer}><path d="${this.path.join('')}"${this.place()}/></clipPath>`,
    );
    this.state.clip = id;
  }
  fill(): void {
    if (this.path.length > 0) this.emit(`<path d="${this.path.join('')}"${this.filled()}`);
  }
  stroke(): void {
    if (this.path.length > 0) this.emit(`<path d="${this.path.join('')}"${this.stroked()}`);
  }
  fillRect(x: number, y: number, width: number, height: number): void {
    this.emit(`<rect${rectangle(x, y, width, height)}${this.filled()}`);
  }
  strokeRect(x: number, y: number, width: number, height: number): void {
    this.emit(`<rect${rectangle(x, y, width, height)}${this.stroked()}`);
  }
  setLineDash(dash: number[]): void {
    this.state.lineDash = dash;
  }
  createLinearGradient(x0: number, y0: number, x1: number, y1: number): SvgGradient {
    return new SvgGradient([x0, y0, x1, y1]);
  }
  measureText(text: string): TextMetrics {
    this.measure.font = this.state.font;
    return this.measure.measureText(text);
  }
  strokeText(): void {}
  fillText(text: string, x: number, y: number): void {
    const { textAlign, textBaseline, font } = this.state;
    const size = Number(/([\d.]+)px/.exec(font)?.[1] ?? 10);
    const anchor =
      textAlign === 'center' ? 'middle' : textAlign === 'right' || textAlign === 'end' ? 'end' : 'start';
    const baseline = y + (BASELINES[textBaseline] ?? 0) * size;
    const look = ` font-family="${escapeXml(/px(?:\/\S+)? (.*)$/.exec(font)?.[1] ?? 'sans-serif')}" font-size="${size}"${font.includes('bold') ? ' font-weight="bold"' : ''}`;
    this.emit(
      `<text x="${round(x)}" y="${round(baseline)}" text-anchor="${anchor}"${look} xml:space="preserve"${this.filled()}`,
      `${escapeXml(text)}</text>`,
    );
  }
  drawImage(
    image: HTMLCanvasElement,
    sx: number,
    sy: number,
    sw: number,
    sh: number,
    x: number,
    y: number,
    width: number,
    height: number,
  ): void {
    const part = document.createElement('canvas');
    part.width = sw;
    part.height = sh;
    const context = part.getContext('2d', { willReadFrequently: true })!;
    context.drawImage(image, sx, sy, sw, sh, 0, 0, sw, sh);
    if (sw * sh <= MOST_VECTOR_CELLS) {
      this.drawCells(context.getImageData(0, 0, sw, sh), x, y, width / sw, height / sh);
    } else {
      this.emit(
        `<image${rectangle(x, y, width, height)} preserveAspectRatio="none" image-rendering="pixelated" href="${part.toDataURL()}"`,
      );
    }
  }

  /** Draws cells as rectangles, neighbours of one colour in a row as one. */
  private drawCells(
    { data, width: columns, height: rows }: ImageData,
    x: number,
    y: number,
    width: number,
    height: number,
  ): void {
    const words = new Uint32Array(data.buffer);
    for (let row = 0; row < rows; row++) {
      for (let first = 0, end: number; first < columns; first = end) {
        const word = words[row * columns + first]!;
        end = first + 1;
        while (end < columns && words[row * columns + end] === word) end++;
        if (word >>> 24 === 0) continue;
        const color = `rgb(${word & 255},${(word >>> 8) & 255},${(word >>> 16) & 255})`;
        const place = rectangle(x + first * width, y + row * height, (end - first) * width, height);
        this.emit(`<rect${place} fill="${color}" shape-rendering="crispEdges"`);
      }
    }
  }

  private multiply([a, b, c, d, e, f]: Transform): void {
    const [A, B, C, D, E, F] = this.state.transform;
    this.state.transform = [
      A * a + C * b,
      B * a + D * b,
      A * c + C * d,
      B * c + D * d,
      A * e + C * f + E,
      B * e + D * f + F,
    ];
  }

  private place(): string {
    const { transform } = this.state;
    return transform.every((value, i) => value === (i === 0 || i === 3 ? 1 : 0))
      ? ''
      : ` transform="matrix(${transform.map(round).join(' ')})"`;
  }

  private emit(start: string, content?: string): void {
    const { clip, globalAlpha } = this.state;
    const alpha = globalAlpha < 1 ? ` opacity="${round(globalAlpha)}"` : '';
    const element = `${start}${alpha}${this.place()}${content === undefined ? '/>' : `>${content}`}`;
    // The clip stands outside, where its own coordinates are not moved by the element's transform.
    this.parts.push(clip ? `<g clip-path="url(#${clip})">${element}</g>` : element);
  }

  private filled(): string {
    return ` fill="${this.paint(this.state.fillStyle)}"`;
  }

  private stroked(): string {
    const { strokeStyle, lineWidth, lineDash, lineDashOffset, lineCap, lineJoin } = this.state;
    const dash =
      lineDash.length > 0
        ? ` stroke-dasharray="${lineDash.join(' ')}" stroke-dashoffset="${lineDashOffset}"`
        : '';
    return ` fill="none" stroke="${this.paint(strokeStyle)}" stroke-width="${lineWidth}" stroke-linecap="${lineCap}" stroke-linejoin="${lineJoin}"${dash}`;
  }

  private paint(style: string | SvgGradient): string {
    if (typeof style === 'string') return escapeXml(style);
    const id = `gradient-${this.definitions.length}`;
    const [x1, y1, x2, y2] = style.from;
    this.definitions.push(
      `<linearGradient id="${id}" gradientUnits="userSpaceOnUse" x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}">${style.stops.join('')}</linearGradient>`,
    );
    return `url(#${id})`;
  }
}

function rectangle(x: number, y: number, width: number, height: number): string {
  return ` x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}"`;
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}

/** Text as XML; what XML cannot hold is left out. */
function escapeXml(text: string): string {
  return text
    .replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu, '');
}
