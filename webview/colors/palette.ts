import { buildDiverging, buildRamp, toOklab } from './ramp';
import { type Rgb, type Shade, shadesOf } from './shades';

/** What charts draw with: colours as CSS text, the ramp as image words, fonts. */
export interface Palette {
  background: string;
  foreground: string;
  muted: string;
  line: string;
  /** Faint lines behind what is drawn. */
  grid: string;
  accent: string;
  warning: string;
  /** Colours of lines and segments, told apart by dashes and marks too. */
  series: readonly string[];
  ramp: Uint32Array;
  /** For differences: from less over none to more. */
  diverging: Uint32Array;
  /** Of what a token reads, and of what reads it; the faintest first. */
  shades: { reads: readonly Shade[]; readBy: readonly Shade[] };
  fontFamily: string;
  monoFamily: string;
  fontSize: number;
  highContrast: boolean;
}

const SERIES = 6;
const STOPS = 4;

/** Reads the palette that the style sheet gives at an element; derived colours are mixed there, in CSS. */
export function readPalette(element: Element): Palette {
  const styles = getComputedStyle(element);
  const probe = createProbe(element);
  try {
    const css = (name: string) => `rgb(${rgb(name).join(', ')})`;
    const rgb = (name: string) => probe.rgb(`var(--attn-${name})`);
    const oklab = (name: string) => toOklab(...rgb(name));
    const shades = (accent: string) =>
      shadesOf({
        background: rgb('background'),
        foreground: rgb('foreground'),
        accent: rgb(accent),
        end: rgb('ramp-end'),
      });
    return {
      background: css('background'),
      foreground: css('foreground'),
      muted: css('muted'),
      line: css('line'),
      grid: css('grid'),
      accent: css('accent'),
      warning: css('warning'),
      series: Array.from({ length: SERIES }, (_, i) => css(`series-${i}`)),
      ramp: buildRamp(
        Array.from({ length: STOPS }, (_, i) => toOklab(...probe.rgb(`var(--attn-ramp-${i})`))),
      ),
      diverging: buildDiverging(oklab('less'), oklab('no-change'), oklab('more')),
      shades: { reads: shades('accent'), readBy: shades('accent-2') },
      fontFamily: styles.getPropertyValue('--attn-font').trim() || 'sans-serif',
      monoFamily: styles.getPropertyValue('--attn-mono').trim() || 'monospace',
      fontSize: 11,
      highContrast: styles.getPropertyValue('--attn-high-contrast').trim() === '1',
    };
  } finally {
    probe.remove();
  }
}

/** Resolves CSS colours, mixtures included, by having the browser paint one pixel of each. */
function createProbe(element: Element) {
  const node = document.createElement('span');
  node.hidden = true;
  element.append(node);
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 1;
  const context = canvas.getContext('2d', { willReadFrequently: true })!;
  const rgb = (color: string): Rgb => {
    node.style.color = color;
    context.clearRect(0, 0, 1, 1);
    context.fillStyle = getComputedStyle(node).color;
    context.fillRect(0, 0, 1, 1);
    const [red, green, blue] = context.getImageData(0, 0, 1, 1).data;
    return [red!, green!, blue!];
  };
  return { rgb, remove: () => node.remove() };
}
