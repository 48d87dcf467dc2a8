import { SHADES } from '../../src/attention/shadeScale';
import { toOklab, toSrgb } from './ramp';

/** sRGB bytes. */
export type Rgb = readonly [number, number, number];

/** What a step of weight is drawn with: behind the text, and the text itself. CSS colours. */
export interface Shade {
  fill: string;
  ink: string;
}

export interface ShadeColors {
  background: Rgb;
  foreground: Rgb;
  accent: Rgb;
  /** Text of last resort, where neither of the theme's own is legible on a shade. */
  end: Rgb;
}

/** Least contrast of text with what is behind it (WCAG 2.2, 1.4.3). */
const LEGIBLE = 4.5;

/** Contrast of the faintest shade with the page, and most of those that the page's own text stands on. */
const FAINTEST = 1.3;
const MOST_UNDER_TEXT = 2.3;

/** Contrasts of the two strongest: the page's background is legible on them as text. */
const STRONG = [4.7, 6.8] as const;

/** How many steps are faint. */
const FAINT = SHADES - STRONG.length;

/**
 * The shades of a theme, the faintest first, by their contrast with the page. Contrasts between those on which the text
 * of the page is legible and those on which its background is are left out, as neither would be.
 */
export function shadesOf(colors: ShadeColors): Shade[] {
  const { background, foreground, end } = colors;
  const room = contrast(foreground, background) / LEGIBLE;
  const top = Math.min(MOST_UNDER_TEXT, Math.max(room, 1.75));
  const faint = Array.from(
    { length: FAINT },
    (_, step) => FAINTEST * (top / FAINTEST) ** (step / (FAINT - 1)),
  );
  return [...faint, ...STRONG].map((wanted) => {
    const fill = withContrast(colors, wanted);
    return { fill: css(fill), ink: css(inkOn(fill, [foreground, background, end])) };
  });
}

/** WCAG 2 contrast ratio of two colours, 1 to 21. */
export function contrast(one: Rgb, other: Rgb): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** WCAG 2 relative luminance, 0 to 1. */
function luminance(color: Rgb): number {
  const [r, g, b] = color.map((byte) => {
    const value = byte / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** The colour on the way from the background through the accent to the text, and on, that first has the contrast. */
function withContrast({ background, accent, foreground, end }: ShadeColors, wanted: number): Rgb {
  const way = [background, accent, foreground, end];
  for (const [at, from] of way.entries()) {
    const to = way[at + 1];
    if (!to) break;
    if (contrast(to, background) < wanted) continue;
    let [low, high] = [0, 1];
    for (let step = 0; step < 12; step++) {
      const middle = (low + high) / 2;
      if (contrast(mix(from, to, middle), background) < wanted) low = middle;
      else high = middle;
    }
    return mix(from, to, high);
  }
  return end;
}

/** The first colour that is legible there, else the most legible. */
function inkOn(fill: Rgb, inks: readonly Rgb[]): Rgb {
  const legible = inks.find((ink) => contrast(ink, fill) >= LEGIBLE);
  return legible ?? inks.reduce((best, ink) => (contrast(ink, fill) > contrast(best, fill) ? ink : best));
}

function mix(from: Rgb, to: Rgb, part: number): Rgb {
  const [a, b] = [toOklab(...from), toOklab(...to)];
  return toSrgb({
    l: a.l + (b.l - a.l) * part,
    a: a.a + (b.a - a.a) * part,
    b: a.b + (b.b - a.b) * part,
  });
}

function css(color: Rgb): string {
  return `rgb(${color.join(', ')})`;
}
