import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessibilityFaults, type Bundle, bundle, type Driver, openPlace, startDriver } from './driver';
import { makeAnalysis } from './fixtures/analysis';
import { madeThroughLayers } from './fixtures/throughLayers';
import { openPanel, resultState } from './panelFixture';

let driver: Driver;
let program: Bundle;
const made = makeAnalysis({ tokens: 32, layers: 5, heads: 2 });
made.result.attention.anomalies.compared = {
  rate: 0.05,
  tests: 150,
  unusual: 1,
  items: [
    { layer: 3, output: 20, focus: 7, concentration: 0.62, expected: 0.21, p: 1e-8, adjusted: 0.0007 },
    { layer: 4, output: 25, focus: 7, concentration: 0.5, expected: 0.2, p: 1e-3, adjusted: 0.4 },
  ],
};

beforeAll(async () => {
  [driver, program] = await Promise.all([startDriver(), bundle('webview/panel.ts')]);
});
afterAll(() => driver.close());

async function open(): Promise<Page> {
  const { page } = await openPanel(driver, program, { made, state: resultState(made) });
  await openPlace(page, 'layers');
  return page;
}

test('rollout is drawn for the token that is read from, and flow when it is asked for', async () => {
  const page = await open();
  const section = page.locator('#through-layers');
  await section.scrollIntoViewIfNeeded();
  await section.getByRole('heading', { name: /^Rollout of 31 / }).waitFor();
  await section.locator('vscode-button[aria-label^="Table: Rollout"]').click();
  const cell = section.locator('table[aria-label^="Table: Rollout"] td[data-row="1"][data-column="4"]');
  const { rows } = await madeThroughLayers(made, { way: 'rollout', query: 31 });
  // The sink's column is left blank while the sink is hidden; the rest stands as it is.
  const told = await cell.textContent();
  expect(Number.parseFloat(told!) / 100).toBeCloseTo(rows[4]![1]!, 2);
  expect(await section.getByRole('heading', { name: /^Flow to/ }).count()).toBe(0);
  await section.getByRole('button', { name: /^Compute flow to 31 / }).click();
  await section.getByRole('heading', { name: /^Flow to 31 / }).waitFor();
  await page.waitForFunction(() => document.querySelectorAll('.is-loading').length === 0);
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.context().close();
});

test('unusual rows come first, with what clean texts have and what was seen', async () => {
  const page = await open();
  const section = page.locator('#anomalies');
  await section.scrollIntoViewIfNeeded();
  await section.locator('vscode-button[aria-label="Table: Against clean texts"]').click();
  const table = section.locator('table[aria-label="Against clean texts"]');
  const first = await table.locator('tbody tr').first().locator('td').allTextContents();
  expect(first).toEqual(expect.arrayContaining(['3', '62%', '21%']));
  expect(await section.innerText()).toContain('1 of 150 rows rest on one token more than usual');
  await page.context().close();
});
