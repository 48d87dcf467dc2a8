import { describe, expect, test } from 'vitest';
import { buildDiverging, buildRamp, type Oklab, toOklab, toSrgb } from '../../../../webview/colors/ramp';

describe('OKLab', () => {
  // Values of the CSS Color 4 specification's own conversion.
  test.each([
    [
      [255, 0, 0],
      [0.628, 0.2249, 0.1258],
    ],
    [
      [0, 255, 0],
      [0.8664, -0.2339, 0.1795],
    ],
    [
      [0, 0, 255],
      [0.452, -0.0325, -0.3115],
    ],
    [
      [255, 255, 255],
      [1, 0, 0],
    ],
  ] as const)('%j', ([r, g, b], [l, a, labB]) => {
    const lab = toOklab(r, g, b);
    expect(lab.l).toBeCloseTo(l, 3);
    expect(lab.a).toBeCloseTo(a, 3);
    expect(lab.b).toBeCloseTo(labB, 3);
  });

  test('there and back is the same colour', () => {
    for (const [r, g, b] of [
      [12, 200, 99],
      [255, 128, 0],
      [1, 2, 3],
    ] as const) {
      expect(toSrgb(toOklab(r, g, b))).toEqual([r, g, b]);
    }
  });

  test('a colour outside sRGB keeps its lightness', () => {
    const wanted = { l: 0.7, a: 0.4, b: -0.3 };
    expect(toOklab(...toSrgb(wanted)).l).toBeCloseTo(wanted.l, 1);
  });
});

describe('a ramp', () => {
  const lightnesses = (words: Uint32Array) =>
    [...words].map((word) => toOklab(word & 255, (word >>> 8) & 255, (word >>> 16) & 255).l);

  test.each<[string, Oklab[]]>([
    ['dark', [toOklab(31, 31, 31), toOklab(55, 148, 255), toOklab(255, 255, 255)]],
    ['light', [toOklab(255, 255, 255), toOklab(26, 133, 255), toOklab(0, 0, 0)]],
    // An accent that is lighter than both ends must not make the middle the brightest part.
    ['odd accent', [toOklab(0, 0, 0), toOklab(255, 255, 0), toOklab(120, 120, 120)]],
  ])('of a %s theme goes evenly from the first lightness to the last', (_name, stops) => {
    const steps = lightnesses(buildRamp(stops));
    const whole = steps.at(-1)! - steps[0]!;
    // Next to black, steps of a byte are larger than those of the ramp.
    for (let i = 32; i < steps.length; i += 16) {
      const part = (steps[i]! - steps[0]!) / whole;
      expect(Math.abs(part - i / 255)).toBeLessThan(0.03);
    }
  });
});

test('colours of differences have that of none in their middle, and grow away from it alike', () => {
  const [less, none, more] = [toOklab(220, 140, 60), toOklab(40, 40, 40), toOklab(90, 160, 250)] as const;
  const words = buildDiverging(less, none, more);
  const lightness = (word: number) => toOklab(word & 255, (word >>> 8) & 255, (word >>> 16) & 255).l;
  const middle = (words.length - 1) / 2;
  expect(lightness(words[middle]!)).toBeCloseTo(none.l, 2);
  for (let step = 1; step <= middle; step++) {
    expect(lightness(words[middle + step]!)).toBeGreaterThan(lightness(words[middle + step - 1]!) - 0.004);
    expect(lightness(words[middle - step]!)).toBeGreaterThan(lightness(words[middle - step + 1]!) - 0.004);
  }
  expect(words[0]).not.toBe(words.at(-1));
});
