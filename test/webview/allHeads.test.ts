import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Bundle, bundle, type Driver, openPlace, startDriver } from './driver';
import { makeAnalysis } from './fixtures/analysis';
import { openPanel, resultState } from './panelFixture';

let driver: Driver;
let program: Bundle;
const made = makeAnalysis({ tokens: 24, layers: 8, heads: 3 });

beforeAll(async () => {
  [driver, program] = await Promise.all([startDriver(), bundle('webview/panel.ts')]);
});
afterAll(() => driver.close());

async function open(width: number): Promise<Page> {
  const { page } = await openPanel(driver, program, { made, state: resultState(made) });
  await page.setViewportSize({ width, height: 800 });
  await openPlace(page, 'heads');
  await page.waitForFunction(() => !document.querySelector('#all-heads [aria-busy=true]'));
  return page;
}

const focused = (page: Page) => page.evaluate(() => document.activeElement!.getAttribute('aria-label'));
const box = async (page: Page, name: string) => (await page.getByRole('gridcell', { name }).boundingBox())!;

for (const width of [298, 1200]) {
  test(`each head of each layer has its map, in one sight of ${width} px`, async () => {
    const page = await open(width);
    const colors = await page.locator('.matrix-map canvas').evaluateAll((canvases) =>
      (canvases as HTMLCanvasElement[]).map((canvas) => {
        const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
        return new Set(new Uint32Array(data.buffer)).size;
      }),
    );
    expect(colors).toHaveLength(8 * 3);
    expect(Math.min(...colors)).toBeGreaterThan(3);
    const last = await box(page, 'layer 7, head 2');
    expect(last.x + last.width).toBeLessThanOrEqual(width);
    expect(last.y + last.height).toBeLessThanOrEqual(800);
    // Layers go on downwards in a side bar, and to the right where there is room.
    const [first, next] = [await box(page, 'layer 0, head 0'), await box(page, 'layer 1, head 0')];
    expect(width < 900 ? next.y > first.y : next.x > first.x).toBe(true);
    await page.context().close();
  });

  test(`arrow keys walk as it looks, and only Enter opens a map, at ${width} px`, async () => {
    const page = await open(width);
    await page.getByRole('gridcell', { name: 'layer 0, head 0' }).focus();
    const from = await box(page, 'layer 0, head 0');
    await page.keyboard.press('ArrowRight');
    const right = await box(page, (await focused(page))!);
    expect([right.x > from.x, right.y]).toEqual([true, from.y]);
    await page.keyboard.press('ArrowDown');
    expect(await focused(page)).toBe('layer 1, head 1');
    await page.keyboard.press('End');
    expect(await focused(page)).toBe(width < 900 ? 'layer 1, head 2' : 'layer 7, head 1');
    expect(await page.locator('#place-heads').isVisible()).toBe(true);
    const name = (await focused(page))!;
    await page.keyboard.press('Enter');
    expect(await page.locator('#map h2').textContent()).toBe(`Attention, ${name}`);
    expect(await page.evaluate(() => document.activeElement!.tagName)).toBe('CANVAS');
    await openPlace(page, 'heads');
    const marked = page.locator('.matrix-map[aria-selected=true]');
    expect(await marked.getAttribute('aria-label')).toBe(name);
    await page.context().close();
  });
}

test('a table tells the largest weight of each head, and opens its map', async () => {
  const page = await open(298);
  await page.locator('vscode-button[aria-label="Table: All heads"]').click();
  const table = page.locator('table[aria-label="Table: All heads"]');
  expect(await table.getAttribute('aria-rowcount')).toBe(String(8 * 3 + 1));
  const cells = table.locator('tbody tr').nth(4).locator('td');
  let [weight, output, input] = [0, 0, 0];
  for (let query = 1; query < 24; query++) {
    for (let key = 1; key < query; key++) {
      const share = made.weight(1, 1, query, key) / (1 - made.weight(1, 1, query, 0));
      if (share > weight + 1e-6) [weight, output, input] = [share, query, key];
    }
  }
  expect(await table.locator('tbody tr').nth(4).locator('th').textContent()).toBe('layer 1, head 1');
  expect(Number.parseFloat((await cells.nth(0).textContent())!) / 100).toBeCloseTo(weight, 2);
  expect([
    Number.parseInt((await cells.nth(1).textContent())!),
    Number.parseInt((await cells.nth(2).textContent())!),
  ]).toEqual([output, input]);
  await cells.nth(0).focus();
  await page.keyboard.press('Enter');
  expect(await page.locator('#map h2').textContent()).toBe('Attention, layer 1, head 1');
});
