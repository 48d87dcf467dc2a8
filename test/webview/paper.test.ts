import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Bundle, bundle, type Driver, startDriver } from './driver';
import { makeAnalysis } from './fixtures/analysis';
import { reportOf } from './reportPage';

let driver: Driver;
let program: Bundle;
let html: string;

beforeAll(async () => {
  [driver, program] = await Promise.all([startDriver(), bundle('webview/report.ts')]);
  html = await reportOf(makeAnalysis({ tokens: 24 }), program);
});
afterAll(() => driver.close());

/** Waits, without touching the page, until nothing of it is still to come. */
async function whole(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      document.querySelector('#about.is-made') &&
      !document.querySelector('.section:not(.is-made), .is-loading, [aria-busy=true]'),
  );
}

test('a picture of the whole page, never scrolled, shows every part of it', async () => {
  const page = await driver.open(html);
  await whole(page);
  const picture = await page.screenshot({ fullPage: true });
  const places = await page.locator('canvas').evaluateAll((canvases) =>
    canvases.map((canvas) => {
      const { left, top, width, height } = canvas.getBoundingClientRect();
      return { section: canvas.closest('.section')!.id, left, top, width, height };
    }),
  );
  expect([...new Set(places.map(({ section }) => section))]).toEqual([
    'glance',
    'map',
    'all-heads',
    'heads',
    'layers',
    'flow',
    'system',
    'anomalies',
    'boundaries',
  ]);
  const reader = await driver.open('<!doctype html><canvas></canvas>');
  const colors = await reader.evaluate(
    async ({ png, areas }) => {
      const image = new Image();
      image.src = `data:image/png;base64,${png}`;
      await image.decode();
      const canvas = document.querySelector('canvas')!;
      [canvas.width, canvas.height] = [image.width, image.height];
      const context = canvas.getContext('2d')!;
      context.drawImage(image, 0, 0);
      return areas.map(({ left, top, width, height }) => {
        const { data } = context.getImageData(left, top, width, height);
        return new Set(new Uint32Array(data.buffer)).size;
      });
    },
    { png: picture.toString('base64'), areas: places },
  );
  const blank = places.filter((_, index) => colors[index]! < 3);
  expect(blank).toEqual([]);
});

/** A picture as the printer gets it. */
interface Printed {
  section: string;
  colors: number;
  /** Device pixels per CSS px. */
  sharpness: number;
}

describe('on paper', () => {
  /** Prints the page, and tells what was on its pictures when it was on paper. */
  async function print(page: Page): Promise<Printed[]> {
    await page.evaluate(() => {
      // After the page's own listeners, which draw for paper.
      window.addEventListener('beforeprint', () => {
        const printed = [...document.querySelectorAll('canvas')].map((canvas) => {
          const { width, height } = canvas;
          const { data } = canvas.getContext('2d')!.getImageData(0, 0, width, height);
          return {
            section: canvas.closest('.section')!.id,
            colors: new Set(new Uint32Array(data.buffer)).size,
            sharpness: width / Number.parseFloat(canvas.style.width),
          };
        });
        Object.assign(window, { printed });
      });
    });
    await page.pdf({ format: 'A4' });
    return page.evaluate(() => (window as unknown as { printed: Printed[] }).printed);
  }

  test('each picture is there, sharp, though it was never on the screen', async () => {
    const page = await driver.open(html, { colorScheme: 'dark' });
    await whole(page);
    const printed = await print(page);
    expect(printed.length).toBeGreaterThan(10);
    expect(printed.filter(({ colors }) => colors < 3)).toEqual([]);
    const charts = printed.filter(({ sharpness }) => !Number.isNaN(sharpness));
    expect(new Set(charts.map(({ section }) => section)).size).toBe(7);
    for (const { sharpness } of charts) expect(sharpness).toBeGreaterThanOrEqual(2);
  });

  test('it is a light sheet with nothing to click, and the screen is as it was afterwards', async () => {
    const page = await driver.open(html, { colorScheme: 'dark', viewport: { width: 1200, height: 900 } });
    await whole(page);
    const screen = () =>
      page
        .locator('#map .chart canvas')
        .evaluate((canvas: HTMLCanvasElement) => [canvas.width, canvas.height]);
    await page.locator('#anomalies vscode-dropdown').focus();
    await page.keyboard.press('ArrowDown');
    expect(await page.locator('.anomaly-list').textContent()).toMatch(/^Rows: \d+\. “Table” lists them\.$/);
    const before = await screen();
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    await page.emulateMedia({ media: 'print' });
    // A4 without its margins.
    await page.setViewportSize({ width: 688, height: 1017 });
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe(
      'rgb(255, 255, 255)',
    );
    const controls = ['vscode-button', 'vscode-dropdown', 'vscode-checkbox', 'summary'];
    expect(await page.locator(controls.map((name) => `${name}:visible`).join(', ')).count()).toBe(0);
    expect(await page.locator('#answer .details p').isVisible()).toBe(true);
    // Else no sheet can end between two places, and it ends between a heading and its picture.
    const kept = await page.locator('.place').evaluateAll((places) =>
      places.map((place) => {
        const ends: Element[] = [];
        for (let last: Element | null = place; last; last = last.lastElementChild) ends.push(last);
        return ends.filter((end) => getComputedStyle(end).breakAfter !== 'auto').length;
      }),
    );
    expect(kept).toEqual(kept.map(() => 0));
    // A list that nobody opened leaves no heading behind.
    expect(await page.locator('h4', { hasText: 'List' }).isVisible()).toBe(false);
    expect(await page.locator('body').innerText()).not.toMatch(/arrow keys|Choose/);
    const boxes = await page.locator('.chart').evaluateAll((charts) =>
      charts.map((chart) => {
        const canvas = chart.querySelector('canvas')!.getBoundingClientRect();
        const next = chart.nextElementSibling?.getBoundingClientRect();
        return { right: canvas.right, bottom: canvas.bottom, next: next?.height ? next.top : Infinity };
      }),
    );
    for (const { right, bottom, next } of boxes) {
      expect(right).toBeLessThanOrEqual(688);
      expect(bottom).toBeLessThanOrEqual(next);
    }
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    await page.emulateMedia({ media: 'screen' });
    await page.setViewportSize({ width: 1200, height: 900 });
    await expect.poll(screen).toEqual(before);
    expect(await page.locator('#answer .details p').isVisible()).toBe(false);
  });

  test('an open table stands still, with whole columns, and says what of it is there', async () => {
    const page = await driver.open(html);
    await whole(page);
    await page.locator('#map vscode-button', { hasText: 'Table' }).first().click();
    await page.locator('#map .grid-scroll').evaluate((table) => table.scrollTo(0, 48));
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize({ width: 688, height: 1017 });
    const table = page.locator('#map .paper-table');
    expect(await table.locator('tbody tr').count()).toBe(24);
    expect(await table.locator('tbody tr').first().locator('th').textContent()).toMatch(/^0 /);
    expect((await table.boundingBox())!.width).toBeLessThanOrEqual(688);
    expect(await table.locator('.note').textContent()).toMatch(
      /^Rows 1 to 24 of 24, columns 1 to \d of 24\.$/,
    );
    expect(await page.locator('#map .grid-scroll').isVisible()).toBe(false);
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    expect(await table.count()).toBe(0);
    expect(await page.locator('#map .grid-scroll').evaluate(({ scrollTop }) => scrollTop)).toBe(48);
  });
});
