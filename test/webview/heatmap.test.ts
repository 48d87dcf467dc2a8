import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { bundle, type Driver, startDriver } from './driver';

let driver: Driver;
let html: string;

beforeAll(async () => {
  driver = await startDriver();
  const { js } = await bundle('test/webview/pages/heatmap.ts');
  html = `<!doctype html><title>t</title><body><script>${js.replaceAll('</script', '<\\/script')}</script>`;
});
afterAll(() => driver.close());

/** Weights 0 to 1 with a known order: cell (row, column) has (4 row + column) / 15. */
const sixteen = Array.from({ length: 16 }, (_, i) => i / 15);

for (const deviceScaleFactor of [1, 2]) {
  describe(`at ${deviceScaleFactor} device pixels per pixel`, () => {
    let page: Page;
    beforeAll(async () => {
      page = await driver.open(html, { deviceScaleFactor });
      await page.evaluate((values) => window.heatmap.draw(4, values), sixteen);
    });

    test('each cell has the colour of its weight, rows down and columns across', async () => {
      for (const [row, column] of [
        [0, 0],
        [0, 3],
        [1, 2],
        [2, 0],
        [3, 3],
      ] as const) {
        const [is, shouldBe] = await page.evaluate(
          ([r, c]) => [window.heatmap.color(r!, c!), window.heatmap.rampColor((4 * r! + c!) / 15)],
          [row, column],
        );
        for (const channel of [0, 1, 2])
          expect(Math.abs(is![channel]! - shouldBe![channel]!)).toBeLessThanOrEqual(3);
      }
    });

    test('the tooltip names the weight and both tokens, by mouse and by key alike', async () => {
      const at = await page.evaluate(() => window.heatmap.middle(2, 1));
      const box = (await page.locator('canvas').boundingBox())!;
      await page.mouse.move(box.x + at.x, box.y + at.y);
      await page.waitForFunction(() => window.heatmap.tooltip().length > 0);
      expect(await page.evaluate(() => window.heatmap.tooltip())).toEqual(['0.6', 'Output: r2', 'Input: c1']);

      await page.evaluate(() => window.heatmap.activate(3, 0));
      expect(await page.evaluate(() => window.heatmap.tooltip())).toEqual(['0.8', 'Output: r3', 'Input: c0']);
    });
  });
}

test('a single heavy cell among a million stays visible when cells are smaller than pixels', async () => {
  const page = await driver.open(html);
  const size = 1000;
  const [heavy, light] = await page.evaluate((n) => {
    const values = Array.from({ length: n * n }, (_, i) => ((i * 7919) % 97) / 97_000);
    // Lone in an empty stretch of the map.
    values.fill(0, 680 * n, 720 * n);
    values[701 * n + 303] = 0.9;
    window.heatmap.draw(n, values);
    return [window.heatmap.color(701, 303), window.heatmap.color(701, 703)];
  }, size);
  const sum = ([r, g, b]: number[]) => r! + g! + b!;
  expect(sum(heavy!)).toBeLessThan(sum(light!) - 150);
});

test('what a causal model cannot read is left blank, unlike a weight of 0', async () => {
  const page = await driver.open(html);
  const [above, zero] = await page.evaluate(() => {
    window.heatmap.draw(
      8,
      Array.from({ length: 64 }, (_, i) => (i % 8 > Math.floor(i / 8) ? NaN : i === 56 ? 0 : 0.5)),
    );
    return [window.heatmap.color(1, 6), window.heatmap.color(7, 0)];
  });
  expect(above![3]).toBe(0);
  expect(zero![3]).toBe(255);
});

test('labels are every token at 20 and sampled, never overlapping, at 1,000', async () => {
  const page = await driver.open(html);
  await page.evaluate(() => {
    window.heatmap.draw(20, null);
    window.heatmap.redraw();
  });
  expect(await page.evaluate(() => window.heatmap.ticks('y'))).toHaveLength(20);
  await page.evaluate(() => {
    window.heatmap.draw(1000, null);
    window.heatmap.redraw();
  });
  const ticks = await page.evaluate(() => window.heatmap.ticks('x'));
  expect(ticks.length).toBeGreaterThan(8);
  expect(ticks.length).toBeLessThan(45);
  await page.evaluate(() => window.heatmap.zoom(100, 110));
  expect(await page.evaluate(() => window.heatmap.ticks('x'))).toEqual(
    Array.from({ length: 10 }, (_, i) => `c${100 + i}`),
  );
});

test('zooming is exact: cells keep their weights and grow sharp edges', async () => {
  const page = await driver.open(html);
  const [left, right] = await page.evaluate(() => {
    const values = Array.from({ length: 64 * 64 }, (_, i) => (i % 2 === 0 ? 0 : 1));
    window.heatmap.draw(64, values);
    window.heatmap.zoom(10, 14);
    const a = window.heatmap.middle(12, 12);
    const b = window.heatmap.middle(12, 13);
    const context = document.querySelector('canvas')!.getContext('2d')!;
    const edge = (a.x + b.x) / 2;
    return [edge - 2, edge + 2].map((x) => [
      ...context.getImageData(Math.floor(x), Math.floor(a.y), 1, 1).data,
    ]);
  });
  expect(left).toEqual(await page.evaluate(() => window.heatmap.rampColor(0)));
  expect(right).toEqual(await page.evaluate(() => window.heatmap.rampColor(1)));
});
