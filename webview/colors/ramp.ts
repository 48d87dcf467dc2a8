/** A colour in OKLab (Björn Ottosson, 2020): lightness 0 to 1, and two opponent axes. */
export interface Oklab {
  l: number;
  a: number;
  b: number;
}

/** sRGB bytes to OKLab. */
export function toOklab(red: number, green: number, blue: number): Oklab {
  const [r, g, b] = [linear(red), linear(green), linear(blue)] as const;
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return {
    l: 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    a: 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    b: 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  };
}

/** OKLab to sRGB bytes; a colour outside sRGB is brought in by lowering its chroma, never its lightness. */
export function toSrgb({ l, a, b }: Oklab): [number, number, number] {
  let inside = 0;
  let outside = 1;
  if (inGamut(channels(l, a, b))) inside = 1;
  else {
    for (let step = 0; step < 12; step++) {
      const middle = (inside + outside) / 2;
      if (inGamut(channels(l, a * middle, b * middle))) inside = middle;
      else outside = middle;
    }
  }
  return channels(l, a * inside, b * inside).map(encoded) as [number, number, number];
}

/**
 * A ramp of `size` colours through the stops, as little-endian RGBA words ready for image data. Hue and chroma
 * run through the stops; lightness runs evenly from the first to the last, so that equal steps of
 * weight look equal and the ramp can be read without seeing hues.
 */
export function buildRamp(stops: readonly Oklab[], size = 256): Uint32Array {
  const first = stops[0]!;
  const last = stops[stops.length - 1]!;
  const words = new Uint32Array(size);
  for (let i = 0; i < size; i++) {
    const t = i / (size - 1);
    const at = t * (stops.length - 1);
    const low = stops[Math.floor(at)]!;
    const high = stops[Math.min(stops.length - 1, Math.floor(at) + 1)]!;
    const part = at - Math.floor(at);
    const [red, green, blue] = toSrgb({
      l: first.l + (last.l - first.l) * t,
      a: low.a + (high.a - low.a) * part,
      b: low.b + (high.b - low.b) * part,
    });
    words[i] = ((255 << 24) | (blue << 16) | (green << 8) | red) >>> 0;
  }
  return words;
}

/**
 * The same for differences: from the colour of less over that of none, in the middle, to that of more. Lightness runs
 * evenly from the middle to either end.
 */
export function buildDiverging(less: Oklab, none: Oklab, more: Oklab, half = 128): Uint32Array {
  const words = new Uint32Array(2 * half + 1);
  words.set(buildRamp([none, less], half + 1).reverse());
  words.set(buildRamp([none, more], half + 1), half);
  return words;
}

/** A word of a ramp as a CSS colour. */
export function cssColor(word: number): string {
  return `rgb(${word & 255}, ${(word >>> 8) & 255}, ${(word >>> 16) & 255})`;
}

function channels(l: number, a: number, b: number): [number, number, number] {
  const x = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const y = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const z = (l - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * x - 3.3077115913 * y + 0.2309699292 * z,
    -1.2684380046 * x + 2.6097574011 * y - 0.3413193965 * z,
    -0.0041960863 * x - 0.7034186147 * y + 1.707614701 * z,
  ];
}

function inGamut(rgb: readonly number[]): boolean {
  return rgb.every((value) => value >= -1e-6 && value <= 1 + 1e-6);
}

function linear(byte: number): number {
  const value = byte / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

function encoded(value: number): number {
  const clamped = Math.min(1, Math.max(0, value));
  const byte = clamped <= 0.0031308 ? clamped * 12.92 : 1.055 * clamped ** (1 / 2.4) - 0.055;
  return Math.round(byte * 255);
}
