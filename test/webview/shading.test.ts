import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Bundle, bundle, type Driver, startDriver } from './driver';
import { type MadeAnalysis, makeAnalysis } from './fixtures/analysis';
import { openPanel, resultState } from './panelFixture';

let driver: Driver;
let program: Bundle;

beforeAll(async () => {
  [driver, program] = await Promise.all([startDriver(), bundle('webview/panel.ts')]);
});
afterAll(() => driver.close());

/** A prompt whose last token reads token 5 most, token 6 a fifth of that, and the others steps below. */
function withLargest(largest: number): MadeAnalysis {
  const made = makeAnalysis({ tokens: 24 });
  const row = new Array<number>(24).fill(0);
  const read = [1, 1 / 5, 1 / 2, 1 / 12, 1 / 25, 1 / 200].map((part) => part * largest);
  for (const [at, weight] of read.entries()) row[5 + at] = weight;
  row[23] = 1 - read.reduce((sum, weight) => sum + weight, 0);
  if (row[23] > largest) {
    // What is left is spread, so that token 5 stays the largest.
    const rest = Array.from({ length: 10 }, (_, index) => 12 + index);
    for (const index of rest) row[index] = row[23] / rest.length;
    row[23] = 0;
  }
  made.result.attention.reading.perLayer = made.result.attention.reading.perLayer.map(() => [...row]);
  return made;
}

/** As drawn: sRGB bytes of the page, and of each token what is behind it and its text. */
async function drawn(page: Page) {
  return page.evaluate(() => {
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = 1;
    const context = canvas.getContext('2d', { willReadFrequently: true })!;
    /** Colours painted one over the other. */
    const painted = (...colors: string[]) => {
      for (const color of colors) {
        context.fillStyle = color;
        context.fillRect(0, 0, 1, 1);
      }
      return [...context.getImageData(0, 0, 1, 1).data].slice(0, 3) as [number, number, number];
    };
    const paper = getComputedStyle(document.body).backgroundColor;
    const tokens = [...document.querySelectorAll<HTMLElement>('[data-token]')].map((token) => {
      const { backgroundColor, color } = getComputedStyle(token);
      return { fill: painted(paper, backgroundColor), text: painted(paper, backgroundColor, color) };
    });
    return { paper: painted(paper), tokens };
  });
}

type Rgb = readonly number[];

/** Contrast ratio as WCAG 2.2 defines it. */
function contrast(one: Rgb, other: Rgb): number {
  const luminance = (color: Rgb) => {
    const [r, g, b] = color.map((byte) => {
      const c = byte / 255;
      return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    });
    return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
  };
  const [high, low] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (high! + 0.05) / (low! + 0.05);
}

describe.each(['vscode-dark', 'vscode-light', 'vscode-high-contrast'] as const)('shades, %s', (theme) => {
  test.each([0.11, 0.2, 0.24, 0.49, 0.5])('largest weight %d', async (largest) => {
    const made = withLargest(largest);
    const { page } = await openPanel(driver, program, { state: resultState(made), made }, theme);
    await page.locator('[data-token="23"]').waitFor();
    await page.waitForFunction(() => !document.querySelector('.strip[aria-busy]'));
    const { paper, tokens } = await drawn(page);
    expect(contrast(tokens[5]!.fill, paper)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(tokens[6]!.fill, paper)).toBeGreaterThanOrEqual(1.5);
    for (const { fill, text } of tokens) expect(contrast(text, fill)).toBeGreaterThanOrEqual(4.5);
    // Weights far below the largest are left alone, so that those that count stand out.
    expect(tokens[10]!.fill).toEqual(paper);

    // The legend has each shade with its figure, and no token of that weight is fainter.
    const steps = await page.locator('#prompt .strip-legend [data-shade]').evaluateAll((all) =>
      all.map((one) => ({
        from: parseFloat(one.textContent) / 100,
        fill: getComputedStyle(one).backgroundColor,
      })),
    );
    expect(new Set(steps.map(({ fill }) => fill)).size).toBe(5);
    const fifth = steps.findLast(({ from }) => from <= largest / 5 + 1e-9);
    expect(`rgb(${tokens[6]!.fill.join(', ')})`).toBe(fifth?.fill);
    await page.context().close();
  });
});
