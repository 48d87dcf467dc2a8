import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Bundle, bundle, type Driver, openPlace, startDriver } from './driver';
import { makeAnalysis } from './fixtures/analysis';
import { openPanel, resultState } from './panelFixture';
import type { Extension } from './panelPage';

let driver: Driver;
let program: Bundle;
const made = makeAnalysis({ tokens: 24 });
const LAYER = 3;

beforeAll(async () => {
  [driver, program] = await Promise.all([startDriver(), bundle('webview/panel.ts')]);
});
afterAll(() => driver.close());

async function opened(width = 480): Promise<{ page: Page; extension: Extension }> {
  const both = await openPanel(driver, program, { state: resultState(made), made });
  await both.page.setViewportSize({ width, height: 900 });
  await both.page.locator('.token[data-shade]').first().waitFor();
  return both;
}

const token = (page: Page, index: number) => page.locator(`.strip [data-token="${index}"]`);
const sentence = (page: Page) => page.locator('#prompt .readout').textContent();
const looks = ({ asked }: Extension) =>
  asked.filter(({ method }) => method === 'look').map(({ params }) => params.token);

/** Weight of the open map without the sink, as a person reads it. */
function percent(query: number, key: number): string {
  const mean = (k: number) =>
    [0, 1, 2].reduce((sum, head) => sum + made.weight(LAYER, head, query, k), 0) / 3;
  const rest = Array.from({ length: query }, (_, k) => mean(k + 1)).reduce((sum, weight) => sum + weight, 0);
  return new Intl.NumberFormat('en', { style: 'percent', maximumSignificantDigits: 2 }).format(
    mean(key) / rest,
  );
}

describe('pointing at a token', () => {
  test('looks: it is told and shaded what it reads and what reads it; leaving it is as before', async () => {
    const { page, extension } = await opened();
    const before = await sentence(page);
    await token(page, 12).hover();
    await expect.poll(() => sentence(page)).toContain('Token 12 (0 to 23)');
    const told = await sentence(page);
    const [, reads, readBy] = /attends most to (.*)\. Attended to most by (.*)\.$/.exec(told!)!;
    for (const [list, weight] of [
      [reads!, (other: number) => percent(12, other)],
      [readBy!, (other: number) => percent(other, 12)],
    ] as const) {
      const items = [...list.matchAll(/(\d+) \S+ \(([\d.]+%)\)/g)];
      expect(items).toHaveLength(3);
      for (const [, other, share] of items) expect(share).toBe(weight(Number(other)));
    }
    // Before it what it reads, after it what reads it.
    const shades = await page
      .locator('.token[data-shade]')
      .evaluateAll((all) => all.map(({ dataset }) => [Number(dataset.token), dataset.shade!]));
    expect(shades.some(([at]) => Number(at) < 12)).toBe(true);
    expect(shades.some(([at]) => Number(at) > 12)).toBe(true);
    for (const [at, shade] of shades) expect(String(shade).startsWith('by-')).toBe(Number(at) > 12);
    // The same token is marked in the editor.
    await expect.poll(() => looks(extension)).toEqual([12]);

    await page.mouse.move(2, 2);
    await expect.poll(() => sentence(page)).toBe(before);
    await expect.poll(() => looks(extension)).toEqual([12, null]);
    expect(await page.locator('.token[aria-selected=true]').getAttribute('data-token')).toBe('23');
    await page.context().close();
  });

  test('a click locks what was looked at, and Escape lets go', async () => {
    const { page, extension } = await opened();
    await token(page, 12).hover();
    await expect.poll(() => sentence(page)).toContain('Token 12');
    const looked = await sentence(page);
    await token(page, 12).click();
    await page.mouse.move(2, 2);
    await expect.poll(() => sentence(page)).toBe(`${looked} Locked; Escape lets go.`);
    expect(await token(page, 12).getAttribute('aria-selected')).toBe('true');
    expect(
      extension.asked.some(({ method, params }) => method === 'chooseToken' && params.token === 12),
    ).toBe(true);
    await token(page, 15).hover();
    await expect.poll(() => sentence(page)).toContain('Token 15');
    await page.mouse.move(2, 2);
    await expect.poll(() => sentence(page)).toContain('Token 12');
    await page.keyboard.press('Escape');
    await expect.poll(() => sentence(page)).toContain('Token 23');
    expect(await token(page, 23).getAttribute('aria-selected')).toBe('true');
    // The editor is shaded by it too, where that was asked for.
    const locks = extension.asked.filter(({ method }) => method === 'lock').map(({ params }) => params.token);
    expect(locks).toEqual([12, null]);
    await page.context().close();
  });

  test('keys do the same: arrows look, Enter locks, Escape lets go, and the place is told', async () => {
    const { page, extension } = await opened();
    await token(page, 23).focus();
    for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowLeft');
    await expect.poll(() => sentence(page)).toContain('Token 20');
    expect(await token(page, 23).getAttribute('aria-selected')).toBe('true');
    expect(await page.evaluate(() => (document.activeElement as HTMLElement).dataset.token)).toBe('20');
    await expect.poll(() => looks(extension).at(-1)).toBe(20);
    await page.keyboard.press('Enter');
    await expect.poll(() => token(page, 20).getAttribute('aria-selected')).toBe('true');
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => sentence(page)).toContain('Token 19');
    await page.keyboard.press('Escape');
    await expect.poll(() => sentence(page)).toMatch(/Token 20 .*Locked/);
    expect(await page.evaluate(() => (document.activeElement as HTMLElement).dataset.token)).toBe('20');
    await page.keyboard.press('Escape');
    await expect.poll(() => sentence(page)).toContain('Token 23');
    expect(await page.locator('#prompt .readout').getAttribute('role')).toBe('status');
    // Going on to what comes next lets go of what was looked at.
    await page.keyboard.press('Home');
    await expect.poll(() => sentence(page)).toContain('Token 0');
    await page.keyboard.press('Tab');
    await expect.poll(() => sentence(page)).toContain('Token 23');
    await page.context().close();
  });

  test('in the map, its row is what is looked at in the text', async () => {
    const { page } = await opened();
    await openPlace(page, 'map');
    const canvas = page.locator('#map .chart canvas');
    await canvas.focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    const row = /Output token (\d+)/.exec((await page.locator('#map .readout').textContent())!)![1]!;
    expect(row).not.toBe('23');
    await openPlace(page, 'answer');
    await expect.poll(() => sentence(page)).toContain(`Token ${row} (`);
    await expect.poll(() => token(page, Number(row)).getAttribute('class')).toContain('is-looked');
    await page.context().close();
  });

  test('in the map it is marked in the editor too, before the text was ever shown', async () => {
    const first = await opened();
    await openPlace(first.page, 'map');
    await expect.poll(async () => (await first.extension.remembered())[0]?.place).toBe('map');
    const kept = await first.extension.remembered();
    await first.page.context().close();
    const { page, extension } = await openPanel(driver, program, { state: resultState(made), made, kept });
    await page.locator('#map .chart canvas').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    const row = /Output token (\d+)/.exec((await page.locator('#map .readout').textContent())!)![1]!;
    await expect.poll(() => looks(extension).at(-1)).toBe(Number(row));
    await page.context().close();
  });

  test('moves no text, and draws lines where there is room', async () => {
    const { page } = await opened(1200);
    const places = () =>
      page
        .locator('.token')
        .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top + window.scrollY));
    const before = await places();
    await token(page, 12).hover();
    await expect.poll(() => sentence(page)).toContain('Token 12');
    expect(await places()).toEqual(before);
    await page.setViewportSize({ width: 900, height: 900 });
    await token(page, 13).hover();
    await expect.poll(() => page.locator('.strip-links path').count()).toBeGreaterThan(3);
    expect(await page.locator('.strip-links .is-reader').count()).toBeGreaterThan(0);
    await page.setViewportSize({ width: 298, height: 900 });
    await expect.poll(() => page.locator('.strip-links path').count()).toBe(0);
    await page.context().close();
  });

  test('draws no line from a token that is folded away', async () => {
    const long = makeAnalysis({ tokens: 600, layers: 2, heads: 1 });
    const { page } = await openPanel(driver, program, { state: resultState(long), made: long });
    await page.setViewportSize({ width: 700, height: 800 });
    const lines = page.locator('.strip-links path');
    await page.locator('.token.in-finding').first().hover();
    await expect.poll(() => lines.count()).toBeGreaterThan(0);
    // Then the last token is shown again, far below the stretch.
    await page.mouse.move(2, 2);
    await expect.poll(() => lines.count()).toBe(0);
    await page.getByRole('button', { name: 'Show all 600 tokens' }).click();
    await expect.poll(() => lines.count()).toBeGreaterThan(0);
    await page.context().close();
  });
});
