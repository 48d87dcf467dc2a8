import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Bundle, bundle, type Driver, openPlace, seeAll, startDriver } from './driver';
import { makeAnalysis } from './fixtures/analysis';
import { openPanel, resultState } from './panelFixture';
import type { Asked } from './panelPage';

let driver: Driver;
let program: Bundle;
const made = makeAnalysis({ tokens: 24, layers: 8 });
const state = resultState(made);

beforeAll(async () => {
  [driver, program] = await Promise.all([startDriver(), bundle('webview/panel.ts')]);
});
afterAll(() => driver.close());

/** Whether a request is for maps of a layer. */
const ofLayer = (layer: number, asked: Asked) =>
  asked.method === 'maps' && (asked.params.layers as number[]).includes(layer);

/** How many of the small maps are drawn. */
const drawn = (page: Page, maps: 'All layers' | 'Head') =>
  page
    .locator(`[role=radiogroup][aria-label="${maps}"] canvas`)
    .evaluateAll((all) => all.filter((canvas) => (canvas as HTMLCanvasElement).width > 1).length);

const shades = (page: Page) => page.locator('.token[data-shade]').count();

const never = () => new Promise<void>(() => undefined);

async function exportedOf(page: Page, title: string, item: string): Promise<void> {
  await page.locator(`vscode-button[aria-label="Export: ${title}"]`).click();
  await page.locator(`[role=menu][aria-label="Export: ${title}"] [role=menuitem]`, { hasText: item }).click();
}

test('how far the model is with a map that takes a run of it is said where the map will be', async () => {
  const { page, extension } = await openPanel(driver, program, {
    made,
    state,
    holds: (asked) => (ofLayer(7, asked) && !ofLayer(6, asked) ? never() : undefined),
  });
  await openPlace(page, 'map');
  await page.locator('[role=radiogroup][aria-label="All layers"] button').nth(7).click();
  await page.locator('#map .load-status', { hasText: 'Loading' }).first().waitFor();
  const waited = extension.asked.filter((asked) => ofLayer(7, asked) && !ofLayer(6, asked));
  for (const { id } of waited) await extension.report(id, { stage: 'attention', done: 512, total: 8192 });
  await page.locator('#map .load-status', { hasText: 'Token 512 of 8,192' }).waitFor();
});

describe('maps of heads', () => {
  test('of a layer that does not come are blank, said, not to be exported, and come when asked again', async () => {
    let broken = true;
    const { page } = await openPanel(driver, program, {
      made,
      state,
      holds: (asked) =>
        broken && ofLayer(2, asked) && !ofLayer(1, asked)
          ? Promise.reject(new Error('It ended.'))
          : undefined,
    });
    await seeAll(page);
    expect(await drawn(page, 'Head')).toBe(4);
    await openPlace(page, 'map');
    await page.locator('[role=radiogroup][aria-label="All layers"] button').nth(2).click();
    await expect.poll(() => page.locator('#map .notice').textContent()).toContain('It ended.');
    expect(await page.locator('h3', { hasText: 'Heads of layer 2' }).count()).toBe(1);
    await expect.poll(() => drawn(page, 'Head')).toBe(0);
    const heads = page.locator('[role=radiogroup][aria-label="Head"]');
    await expect.poll(() => heads.isVisible()).toBe(false);
    await exportedOf(page, 'Heads of layer 2', 'Numbers (CSV)');
    expect(await page.locator('.announcer').textContent()).toBe('There is nothing to export yet.');
    broken = false;
    await page.locator('#map .load-status vscode-button').first().click();
    await expect.poll(() => drawn(page, 'Head')).toBe(4);
    expect(await heads.isVisible()).toBe(true);
    expect(await page.locator('#map .load-status vscode-button').count()).toBe(0);
  });

  test('of a layer that is on its way are not those of the layer before, and that is said', async () => {
    const { page } = await openPanel(driver, program, {
      made,
      state,
      holds: (asked) => (ofLayer(2, asked) && !ofLayer(1, asked) ? never() : undefined),
    });
    await seeAll(page);
    await openPlace(page, 'map');
    await page.locator('[role=radiogroup][aria-label="All layers"] button').nth(2).click();
    await expect.poll(() => drawn(page, 'Head')).toBe(0);
    await expect.poll(() => page.locator('.load-status', { hasText: 'Loading' }).count()).toBeGreaterThan(1);
  });
});

test('the strip shows no weights of another token: none come, or they are late', async () => {
  let how: 'come' | 'fail' | 'wait' = 'come';
  const { page } = await openPanel(driver, program, {
    made,
    state,
    holds: (asked) => {
      if (asked.method !== 'maps' || how === 'come') return undefined;
      return how === 'wait' ? never() : Promise.reject(new Error('It ended.'));
    },
  });
  await seeAll(page);
  expect(await shades(page)).toBeGreaterThan(3);
  // Over all layers, weights of a token are asked for when it is locked.
  await page.locator('[data-token="21"]').click();
  await page.mouse.move(0, 0);
  how = 'fail';
  await page.locator('#prompt vscode-checkbox').focus();
  await page.keyboard.press(' ');
  await expect.poll(() => shades(page)).toBe(0);
  expect(await page.locator('#prompt .readout').textContent()).toBe('');
  expect(await page.locator('#prompt .load-status').textContent()).toContain('could not be loaded');
  how = 'come';
  await page.locator('#prompt .load-status vscode-button').click();
  await expect.poll(() => page.locator('#prompt .readout').textContent()).toContain('Token 21');
  await page.locator('[data-token="20"]').click();
  await page.mouse.move(0, 0);
  how = 'wait';
  await page.locator('#prompt vscode-checkbox').focus();
  await page.keyboard.press(' ');
  await expect.poll(() => shades(page)).toBe(0);
  expect(await page.locator('#prompt .load-status').textContent()).toBe('Loading…');
});

test('head shares that do not come leave a heading with its name and a reason', async () => {
  const { page } = await openPanel(driver, program, {
    made,
    state,
    holds: (asked) =>
      asked.method === 'maps' && (asked.params.layers as number[]).length === 8
        ? Promise.reject(new Error('It ended.'))
        : undefined,
  });
  await seeAll(page);
  expect(await page.locator('#heads h2').textContent()).toBe('Which heads read Finding 1');
  expect(await page.locator('#heads vscode-button[aria-label^="Table"]').getAttribute('aria-label')).toBe(
    'Table: Which heads read Finding 1',
  );
  expect(await page.locator('#heads .load-status').textContent()).toContain('could not be loaded');
});

test('what is exported while layers are still loading says how many it holds', async () => {
  const { page } = await openPanel(driver, program, {
    made,
    state,
    holds: (asked) => (ofLayer(6, asked) && ofLayer(7, asked) ? never() : undefined),
  });
  await openPlace(page, 'map');
  await expect.poll(() => drawn(page, 'All layers')).toBe(6);
  await page.locator('vscode-button[aria-label="Table: All layers"]').click();
  expect(await page.locator('#map table').getAttribute('aria-label')).toBe(
    'Table: All layers (6 of 8 loaded)',
  );
});
