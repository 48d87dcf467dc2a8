import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accessibilityFaults, type Bundle, bundle, type Driver, openPlace, startDriver } from './driver';
import { tenPrompts } from './fixtures/prompts';
import { openPanel, resultState } from './panelFixture';

/** A side bar as VS Code opens it, in CSS px. */
const SIDE_BAR = { width: 298, height: 800 };
const PLACES = ['answer', 'map', 'heads', 'layers', 'experiments', 'about'];

let driver: Driver;
let program: Bundle;

beforeAll(async () => {
  [driver, program] = await Promise.all([startDriver(), bundle('webview/panel.ts')]);
});
afterAll(() => driver.close());

async function open(at: number, theme?: Parameters<typeof openPanel>[3]): Promise<Page> {
  const made = tenPrompts[at]![1];
  const { page } = await openPanel(driver, program, { made, state: resultState(made) }, theme);
  await page.setViewportSize(SIDE_BAR);
  await page.locator('.strip [data-shade]').first().waitFor();
  return page;
}

/** What of a page's first screen lies inside of it, whole. */
function firstScreen(page: Page) {
  return page.evaluate(() => {
    const within = ({ top, bottom, left, right }: DOMRect) =>
      top >= 0 && left >= 0 && bottom <= innerHeight && right <= innerWidth;
    const isSeen = (selector: string) => {
      const element = document.querySelector(selector);
      return element !== null && within(element.getBoundingClientRect());
    };
    const stretch = document.querySelector('.fold-stretch')!.getBoundingClientRect();
    const lines = (tokens: Element[]) =>
      new Set(tokens.flatMap((token) => [...token.getClientRects()].map(({ top }) => Math.round(top)))).size;
    const tokens = [...document.querySelectorAll('.token')];
    const seen = tokens.filter((token) => {
      const box = token.getBoundingClientRect();
      return within(box) && box.top >= stretch.top && box.bottom <= stretch.bottom;
    });
    return {
      found: isSeen('.found'),
      answer: isSeen('h1.answer'),
      next: [...document.querySelectorAll('.next-words li > *')].map((part) =>
        within(part.getBoundingClientRect()),
      ),
      map: isSeen('.map-preview canvas'),
      lines: lines(seen),
      allLines: lines(tokens),
      shaded: seen.filter((token) => token.hasAttribute('data-shade')).length,
      warned: seen.some((token) => token.classList.contains('in-finding')),
      scrolled: scrollY,
    };
  });
}

/** Elements of the page that scroll, or hide a part of theirs behind a bar. */
function scrollBoxes(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('body *')]
      .filter((element) => {
        const { overflowX, overflowY } = getComputedStyle(element);
        return [overflowX, overflowY].some((way) => way === 'auto' || way === 'scroll');
      })
      .filter((element) => !element.matches('.grid-scroll'))
      .map((element) => `${element.tagName}.${element.className}`),
  );
}

describe('at first sight, in a side bar', () => {
  for (const [at, [name, made]] of tenPrompts.entries()) {
    test(`${name}: what was found, the next words and the shaded prompt`, async () => {
      const page = await open(at);
      const seen = await firstScreen(page);
      expect(seen).toMatchObject({ found: true, answer: true, map: true, scrolled: 0 });
      expect(seen.next).toEqual(new Array(15).fill(true));
      expect(seen.lines).toBeGreaterThanOrEqual(Math.min(6, seen.allLines));
      expect(seen.shaded).toBeGreaterThan(0);
      // Of a long prompt it is the part that is warned of.
      expect(seen.warned).toBe(made.result.findings.length > 0);
      await page.context().close();
    });
  }
});

test('no place scrolls within itself, nor is it wider than the side bar', async () => {
  for (const at of [1, 5]) {
    const page = await open(at);
    for (const place of PLACES) {
      await openPlace(page, place);
      await page.locator('.place:not([hidden]) .section:visible').first().waitFor();
      expect({ place, boxes: await scrollBoxes(page) }).toEqual({ place, boxes: [] });
      await page.waitForFunction(() => !document.querySelector('.is-loading, [aria-busy=true]'));
      const wide = await page.evaluate(() =>
        [...document.querySelectorAll('main *')]
          .filter((one) => one.getBoundingClientRect().right > innerWidth)
          .map((one) => `${one.tagName}.${one.className}`),
      );
      expect({ place, wide }).toEqual({ place, wide: [] });
    }
    await page.context().close();
  }
});

test('a map takes the width of the side bar, with its colours below, and says once what its cells are', async () => {
  const page = await open(1);
  await openPlace(page, 'map');
  await page.waitForFunction(() => !document.querySelector('.is-loading, [aria-busy=true]'));
  const canvas = page.locator('#map canvas').first();
  const { width, height } = (await canvas.boundingBox())!;
  expect(height).toBeGreaterThan(width);
  const isTold = () =>
    page
      .locator('#map .readout')
      .first()
      .evaluate((told) => !told.matches('.hint'));
  const cells: boolean[] = [];
  for (let part = 0.5; part < 0.8; part += 0.03) {
    await canvas.hover({ position: { x: width * 0.93, y: height * part } });
    cells.push(await isTold());
  }
  expect(cells).toContain(true);
  const words = await page.locator('#place-map').innerText();
  expect(words.split('Each cell is the largest weight of').length - 1).toBe(1);
  await page.context().close();
});

for (const theme of ['vscode-dark', 'vscode-light', 'vscode-high-contrast'] as const) {
  test(`axe finds nothing wrong in any place, ${theme}`, async () => {
    for (const at of [1, 4]) {
      const page = await open(at, theme);
      for (const place of PLACES) {
        await openPlace(page, place);
        await page.waitForFunction(() => !document.querySelector('.is-loading, [aria-busy=true]'));
        for (const table of await page.locator('vscode-button[aria-label^="Table"]:visible').all())
          await table.click();
        expect({ place, faults: await accessibilityFaults(page) }).toEqual({ place, faults: [] });
      }
      await page.context().close();
    }
  });
}

test('the small map opens the map of its layer, by key', async () => {
  const page = await open(1);
  await page.locator('.map-preview').focus();
  const layer = await page.locator('.map-preview .link').textContent();
  await page.keyboard.press('Enter');
  expect(await page.locator('#map h2').textContent()).toBe(
    `Attention, ${layer!.toLowerCase()}, mean of heads`,
  );
  expect(await page.evaluate(() => document.activeElement!.tagName)).toBe('CANVAS');
});

describe('a long prompt', () => {
  const folded = (page: Page) =>
    page.locator('.fold').evaluate((fold) => fold.classList.contains('is-folded'));

  const isShown = (page: Page, token: number) =>
    page.evaluate((index) => {
      const box = document.querySelector(`[data-token="${index}"]`)!.getBoundingClientRect();
      const stretch = document.querySelector('.fold-stretch')!.getBoundingClientRect();
      return box.top >= stretch.top && box.bottom <= Math.min(stretch.bottom, innerHeight);
    }, token);

  test('is shown whole where that is asked for, and folded again', async () => {
    const page = await open(2);
    expect(await folded(page)).toBe(true);
    await page.getByRole('button', { name: 'Show all 2,000 tokens' }).click();
    expect(await folded(page)).toBe(false);
    await page.getByRole('button', { name: 'Show fewer' }).click();
    expect(await folded(page)).toBe(true);
  });

  test('is walked through by keys, and what they reach is in sight', async () => {
    const page = await open(5);
    await page.locator('.token').nth(3).click();
    for (const key of ['End', 'ArrowUp', 'Home', 'ArrowDown']) {
      await page.keyboard.press(key);
      const token = Number(await page.locator('.token:focus').getAttribute('data-token'));
      expect([key, await isShown(page, token)]).toEqual([key, true]);
    }
  });

  test('shows the part that is selected in the editor', async () => {
    const made = tenPrompts[2]![1];
    const { page, extension } = await openPanel(driver, program, { made, state: resultState(made) });
    expect(await isShown(page, 40)).toBe(false);
    await extension.tell('highlight', { analysis: 'a1', tokens: { first: 40, end: 42, isNew: true } });
    await expect.poll(() => isShown(page, 40)).toBe(true);
    expect(await folded(page)).toBe(true);
  });

  test('what was selected in the editor before the page came moves nothing of it', async () => {
    const made = tenPrompts[2]![1];
    const { page, extension } = await openPanel(driver, program, { made, state: resultState(made) });
    // The person is in the editor.
    await page.evaluate(() => void Object.assign(document, { hasFocus: () => false }));
    const last = made.result.tokens.length - 1;
    await extension.tell('highlight', {
      analysis: 'a1',
      tokens: { first: last, end: last + 1, isNew: false },
    });
    await expect.poll(() => page.locator('.token.is-highlighted').count()).toBe(1);
    expect(await page.evaluate(() => window.scrollY)).toBe(0);
    expect(await isShown(page, last)).toBe(false);
  });
});
