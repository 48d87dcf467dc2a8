import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessibilityFaults, type Bundle, bundle, type Driver, openPlace, startDriver } from './driver';
import { makeAnalysis } from './fixtures/analysis';
import { openPanel, resultState } from './panelFixture';

let driver: Driver;
let program: Bundle;
const made = makeAnalysis({ tokens: 48, layers: 6, heads: 3 });

beforeAll(async () => {
  [driver, program] = await Promise.all([startDriver(), bundle('webview/panel.ts')]);
});
afterAll(() => driver.close());

async function open(): Promise<Page> {
  const { page } = await openPanel(driver, program, { made, state: resultState(made) });
  await openPlace(page, 'heads');
  await page.locator('#head-gallery').scrollIntoViewIfNeeded();
  await page.locator('#head-gallery .head-page').waitFor();
  return page;
}

/** Chooses by the keyboard in the list of that name. */
async function choose(page: Page, list: string, text: string): Promise<void> {
  const box = page.locator('#head-gallery').getByRole('combobox', { name: list });
  await box.focus();
  await page.keyboard.press('Enter');
  await page.locator('#head-gallery').getByRole('option', { name: text, exact: true }).click();
}

test('heads are sorted by what they do, and the chosen one tells where it stands among all', async () => {
  const page = await open();
  await choose(page, 'Sort by', 'Weight on the token before');
  const gallery = page.locator('#head-gallery');
  const first = gallery.locator('.small-map').first();
  // The made-up heads look less far the lower their number.
  expect((await first.innerText()).replace(/\s+/g, ' ')).toMatch(/^L\d H0: /);
  await first.click();
  const table = gallery.getByRole('table');
  const row = table.getByRole('row', { name: /^Weight on the token before/ });
  expect(await row.innerText()).toMatch(/1 \/ 18\s+100%/);
  await page.context().close();
});

test('only heads of a label are shown where that is asked for', async () => {
  const page = await open();
  await choose(page, 'Show', 'induction head');
  const names = await page.locator('#head-gallery .small-map').allInnerTexts();
  expect(names).toHaveLength(1);
  expect(names[0]!.replace(/\s+/g, ' ')).toMatch(/^L2 H1: /);
  await page.locator('#head-gallery .small-map').click();
  expect(await page.locator('.head-page').innerText()).toContain(
    'On random tokens and plain texts: induction head',
  );
  expect(await page.locator('.head-page h3').first().innerText()).toMatch(/head 1/i);
  // In a side bar its figures are not wider than the page.
  await page.setViewportSize({ width: 298, height: 800 });
  const wide = await page.locator('.head-metrics').evaluate((table) => table.getBoundingClientRect().right);
  expect(wide).toBeLessThanOrEqual(298 - 10);
  await page.context().close();
});

test('later tokens’ attention to a finding is set against like passages, head by head', async () => {
  const page = await open();
  const options = await page
    .locator('#head-gallery')
    .getByRole('combobox', { name: 'Sort by' })
    .locator('vscode-option')
    .allTextContents();
  expect(options.some((text) => /^Later tokens on .* against like passages/.test(text))).toBe(true);
  const susceptible = options.find((text) => text.includes('against like passages'))!;
  await choose(page, 'Sort by', susceptible);
  const first = page.locator('#head-gallery .small-map').first();
  // Head 1 of the upper layers is pulled to it.
  expect((await first.innerText()).replace(/\s+/g, ' ')).toMatch(/^L[345] H1: /);
  // While maps are loaded their names are faint.
  await page.waitForFunction(
    () => !document.querySelector('#head-gallery :is([aria-busy=true], .is-loading)'),
  );
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.context().close();
});
