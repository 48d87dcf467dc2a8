import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Bundle, bundle, type Driver, startDriver } from './driver';
import { makeAnalysis } from './fixtures/analysis';
import { openPanel, resultState } from './panelFixture';

let driver: Driver;
let program: Bundle;
const made = makeAnalysis({ tokens: 24 });

beforeAll(async () => {
  [driver, program] = await Promise.all([startDriver(), bundle('webview/panel.ts')]);
});
afterAll(() => driver.close());

const open = () => openPanel(driver, program, { made, state: resultState(made) });
const shown = (page: Page) => page.locator('[role=tabpanel]:visible').getAttribute('aria-labelledby');
const titles = (page: Page) => page.locator('[role=tab]').allTextContents();

test('places are shown one at a time, by the mouse', async () => {
  const { page } = await open();
  expect(await titles(page)).toEqual(['Answer', 'Map', 'Heads', 'Layers', 'Experiments', 'About']);
  expect(await page.locator('h1.answer').isVisible()).toBe(true);
  await page.locator('[role=tab]', { hasText: 'Layers' }).click();
  expect(await shown(page)).toBe('place-layers-tab');
  expect(await page.locator('h1.answer').isVisible()).toBe(false);
  expect(await page.locator('#layers canvas').isVisible()).toBe(true);
  expect(await page.locator('[role=tab][aria-selected=true]').allTextContents()).toEqual(['Layers']);
});

test('tabs are one stop of the Tab key; arrows, Home and End go from place to place', async () => {
  const { page } = await open();
  await page.keyboard.press('Tab');
  const focused = () => page.evaluate(() => document.activeElement!.textContent);
  expect(await focused()).toBe('Answer');
  for (const [key, place] of [
    ['ArrowRight', 'Map'],
    ['ArrowRight', 'Heads'],
    ['ArrowLeft', 'Map'],
    ['End', 'About'],
    ['ArrowRight', 'Answer'],
    ['ArrowLeft', 'About'],
    ['Home', 'Answer'],
  ] as const) {
    await page.keyboard.press(key);
    expect([key, await focused()]).toEqual([key, place]);
    expect(await shown(page)).toBe(`place-${place.toLowerCase()}-tab`);
  }
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement!.closest('.tabs'))).toBeNull();
});

test('in 280 pixels all tabs are in sight, and stay there', async () => {
  const { page } = await open();
  await page.setViewportSize({ width: 280, height: 500 });
  await page.evaluate(() => window.scrollTo({ top: 200, behavior: 'instant' }));
  for (const tab of await page.locator('[role=tab]').all()) {
    const { x, y, width, height } = (await tab.boundingBox())!;
    expect(x).toBeGreaterThanOrEqual(0);
    expect(x + width).toBeLessThanOrEqual(280);
    expect(y).toBeGreaterThanOrEqual(0);
    expect(y + height).toBeLessThanOrEqual(100);
  }
});

test('whether the sink is shown rules all places, by one switch', async () => {
  const { page } = await open();
  const ticks = page.locator('vscode-checkbox', { hasText: 'Show sink' });
  await page.locator('[role=tab]', { hasText: 'Layers' }).click();
  expect(await ticks.count()).toBe(1);
  const note = page.locator('.page-tools .note');
  expect(await note.textContent()).toContain('Without the sink');
  await page.locator('#layers canvas').press('Home');
  const readout = page.locator('#layers .readout');
  expect(await readout.textContent()).toMatch(/^Layer 0: the system prompt/);
  await ticks.click();
  expect(await note.textContent()).toContain('included');
  expect(await readout.textContent()).toMatch(/^Layer 0: the sink/);
  // The figures behind the answer too.
  const figures = await page.locator('#answer .details p').textContent();
  await ticks.click();
  expect(await page.locator('#answer .details p').textContent()).not.toBe(figures);
});
